import { tagKey } from './tag-key';
import { cleanTags } from './tags';

/**
 * Gives tags another name, or takes them off.
 * @param keys Of the tags meant; see `tagKey`.
 * @param to The new name, or a list of names (see `cleanTags`), each of which they become; absent to take them off.
 * @param withNested Whether `old/more` becomes `to/more`, or goes, as well.
 */
export function retag(
  tags: readonly string[],
  keys: readonly string[],
  to: string | undefined,
  withNested: boolean,
): readonly string[] {
  const names = to === undefined ? [] : cleanTags([to]);
  const renamed = tags.flatMap((tag) => {
    const key = tagKey(tag);
    if (keys.includes(key)) return names;
    const above = withNested ? keys.find((one) => isBelow(key, [one])) : undefined;
    if (above === undefined) return tag;
    return names.map((name) => `${name}${restBelow(tag, above)}`);
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
