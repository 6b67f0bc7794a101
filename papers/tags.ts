import { tidy } from './text';

/** The longest tag, in characters. */
export const maxTagLength = 100;

/**
 * What two spellings of one tag have in common: case and compatibility forms do not count,
 * accents do ("résumé" is not "resume").
 */
export function tagKey(tag: string): string {
  return tidy(tag).normalize('NFKC').toLowerCase();
}

/**
 * Cleans a list of tags: white space tidied, empty ones and repeats dropped, first spelling kept.
 */
export function cleanTags(tags: readonly string[]): string[] {
  const byKey = new Map<string, string>();
  for (const tag of tags) {
    const name = tidy(tag).normalize('NFC').slice(0, maxTagLength);
    const key = tagKey(name);
    if (key && !byKey.has(key)) byKey.set(key, name);
  }
  return [...byKey.values()];
}

/**
 * Gives tags another name, or takes them off.
 * @param keys Of the tags meant; see `tagKey`.
 * @param to The new name; absent to take them off.
 * @param withNested Whether `old/more` becomes `to/more`, or goes, as well.
 */
export function retag(
  tags: readonly string[],
  keys: readonly string[],
  to: string | undefined,
  withNested: boolean,
): readonly string[] {
  const renamed = tags.flatMap((tag) => {
    const key = tagKey(tag);
    if (keys.includes(key)) return to ?? [];
    const above = withNested ? keys.find((one) => isBelow(key, [one])) : undefined;
    if (above === undefined) return tag;
    return to === undefined ? [] : `${to}${restBelow(tag, above)}`;
  });
  return cleanTags(renamed);
}

/** Whether a tag stands below one of others: `rl/offline` below `rl`. All of them as keys. */
export function isBelow(key: string, others: readonly string[]): boolean {
  return others.some((other) => key.startsWith(`${other}/`));
}

/** What stands behind the name of the tag above, slash included, spelled as it was. */
function restBelow(tag: string, above: string): string {
  for (let end = 1; end < tag.length; end += 1)
    if (tag[end] === '/' && tagKey(tag.slice(0, end)) === above) return tag.slice(end);
  return tagKey(tag).slice(above.length);
}

/** A hue in degrees (0–359), the same for a tag on every machine and in every spelling. */
export function tagHue(tag: string): number {
  let hash = 0x811c9dc5;
  for (const character of tagKey(tag)) {
    hash ^= character.codePointAt(0) ?? 0;
    hash = Math.imul(hash, 0x01000193) >>> 0;
  }
  return hash % 360;
}
