import { tidy } from './text';

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
 * Characters that cannot be seen, the first group where they do something for those beside them: in
 * the flags of England, Scotland and Wales, after and between pictures, on keys, in forms of Han and
 * Mongolian letters, and joiners in the scripts in which they change how a word is written (see
 * UAX #31, 2.3: all of them lie between U+0600 and U+18AF), after an Indic letter at its end as well.
 */
const unseen =
  /(\u{1f3f4}[\u{e0020}-\u{e007e}]+\u{e007f}|(?<=\p{ExtPict})[\ufe0e\ufe0f]|[#*\d]\ufe0f\u20e3|(?<=\p{ExtPict}[\ufe0f\u{1f3fb}-\u{1f3ff}]?)\u200d(?=\p{ExtPict})|(?<=\p{sc=Han}|\p{sc=Mong})\p{VS}|(?<=[\u0600-\u18af])[\u200c-\u200d](?=[\u0600-\u18af])|(?<=[\u0900-\u0dff])\u200d)|\p{DI}|\p{Cc}|\p{Cs}|\p{NChar}|[\ufff9-\ufffc\u{1d159}\u{16fe4}]/gu;

/** Number signs before a name, but not the picture of one (U+20E3 draws a key around it). */
const hashes = /^(?:[#\uff03\ufe5f](?!\ufe0f?\u20e3)\s*)+/u;

/** What neither says anything of a word nor is seen: the joiners and selectors that `unseen` leaves. */
const silent = /[\u200c-\u200d]|\p{VS}/gu;

/**
 * What two spellings of one tag have in common: number signs before it, invisible characters, case
 * and compatibility forms do not count, accents do ("résumé" is not "resume").
 * @returns Empty for what is no tag.
 */
export function tagKey(tag: string): string {
  const name = bare(tag);
  if (isAscii(name)) return name.toLowerCase();
  return tidy(name.normalize('NFKC')).toLowerCase().replace(silent, '');
}

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

/** The parts of a text between the separators of tags, as they are written; a text without one is one part. */
export function splitTags(text: string): string[] {
  return text.split(separators);
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

function cleanName(part: string): string {
  const name = bare(part).normalize('NFC');
  return name.length > maxTagLength ? bare(name.slice(0, maxTagLength)) : name;
}

/** A name without what does not belong to it; empty when nothing is left to be seen. */
function bare(tag: string): string {
  const visible = isAscii(tag) ? tag : tag.replace(unseen, '$1').replace(/\u2800/g, ' ');
  const name = tidy(tidy(visible).replace(hashes, ''));
  return /[^\p{M}\s]/u.test(name) ? name : '';
}

function isAscii(text: string): boolean {
  return /^[ -~]*$/.test(text);
}
