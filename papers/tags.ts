import { bareName, tagKey } from './tag-key';

export { tagHue, tagKey } from './tag-key';

/** The longest tag, in characters. */
export const maxTagLength = 100;

/** The longest list of tags that a field takes, in characters. */
export const maxTagsTyped = 1000;

/**
 * What ends a tag: the end of a line, a tab, and every script's comma and semicolon, which are the
 * characters named COMMA or SEMICOLON in Unicode 17 that are punctuation, with U+037E and U+0387,
 * the signs that Greek uses as semicolons.
 */
const separators =
  /[\t-\r\x85\u2028\u2029,;\u037e\u0387\u055d\u060c\u061b\u07f8\u1363\u1364\u1802\u1808\u204f\u2e32\u2e34\u2e35\u2e41\u2e49\u2e4c\u3001\ua4fe\ua60d\ua6f5\ua6f6\ufe10\ufe11\ufe14\ufe50\ufe51\ufe54\uff0c\uff1b\uff64\u{1144d}\u{1145a}\u{16e97}\u{1da87}\u{1da89}]/u;

/**
 * Tags as a reader writes, pastes or brings them along: cut where a separator stands, without number
 * signs before them and without characters that cannot be seen; empty ones and repeats dropped, the
 * first spelling kept. Cleaning what is clean changes nothing.
 */
export function cleanTags(tags: readonly string[]): string[] {
  const byKey = new Map<string, string>();
  for (const name of tags.flatMap(splitTags).map(cleanName)) {
    const key = tagKey(name);
    if (key && !byKey.has(key)) byKey.set(key, name);
  }
  return [...byKey.values()];
}

/** Tags that are put on a paper and taken off it; the others stay, whoever put them there. */
export interface TagsChange {
  readonly add: readonly string[];
  readonly remove: readonly string[];
}

/** Some tags after a change, those that are added behind the others. */
export function changedTags(tags: readonly string[], { add, remove }: TagsChange): string[] {
  const removed = new Set(cleanTags(remove).map(tagKey));
  return cleanTags([...tags.filter((tag) => !removed.has(tagKey(tag))), ...add]);
}

/** What makes one list of tags another. */
export function tagsBetween(before: readonly string[], after: readonly string[]): TagsChange {
  const [had, has] = [before, after].map((tags) => new Set(tags.map(tagKey)));
  return {
    add: after.filter((tag) => !had?.has(tagKey(tag))),
    remove: before.filter((tag) => !has?.has(tagKey(tag))),
  };
}

/** Where, after a tag with a number sign before it, the next such tag begins: "#rl #sft", "#rl#sft". "C# notes" is one. */
const hashed = /^[\s\p{DI}]*[#＃]/u;
const nextHash = /\s+(?=[#＃])|(?<=[^\s#＃])(?=[#＃]\p{L})/u;

/** The parts of a text between the separators of tags, as they are written; a text without one is one part. */
export function splitTags(text: string): string[] {
  return text
    .split(separators)
    .flatMap((part) => (hashed.test(part) ? part.trimStart().split(nextHash) : part));
}

function cleanName(part: string): string {
  const name = bareName(part).normalize('NFC');
  return name.length > maxTagLength ? bareName(name.slice(0, maxTagLength)) : name;
}
