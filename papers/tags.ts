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

/** A hue in degrees (0–359), the same for a tag on every machine and in every spelling. */
export function tagHue(tag: string): number {
  let hash = 0x811c9dc5;
  for (const character of tagKey(tag)) {
    hash ^= character.codePointAt(0) ?? 0;
    hash = Math.imul(hash, 0x01000193) >>> 0;
  }
  return hash % 360;
}
