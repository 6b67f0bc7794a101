import { tidy } from './text';

/**
 * Characters that cannot be seen, the first group where they do something for those beside them: in
 * the flags of England, Scotland and Wales, after and between pictures, on keys, in forms of Han and
 * Mongolian letters, and joiners in the scripts in which they change how a word is written (see
 * UAX #31, 2.3: all of them lie between U+0600 and U+18AF), after an Indic letter at its end as well.
 */
const unseen =
  /(\u{1f3f4}[\u{e0020}-\u{e007e}]+\u{e007f}|(?<=\p{ExtPict})[\ufe0e\ufe0f]|[#*\d]\ufe0f\u20e3|(?<=\p{ExtPict}[\ufe0f\u{1f3fb}-\u{1f3ff}]?)\u200d(?=\p{ExtPict})|(?<=\p{sc=Han}|(?!\p{DI})\p{sc=Mong})\p{VS}|(?<=(?!\p{DI})[\u0600-\u18af])[\u200c-\u200d](?=(?!\p{DI})[\u0600-\u18af])|(?<=[\u0900-\u0dff])\u200d)|\p{DI}|\p{Cc}|\p{Cs}|\p{NChar}|[\ufff9-\ufffc\u{1d159}\u{16fe4}]/gu;

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
  const name = bareName(tag);
  if (isAscii(name)) return name.toLowerCase();
  return tidy(name.normalize('NFKC')).toLowerCase().replace(silent, '');
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

/** A name without what does not belong to it; empty when nothing is left to be seen. */
export function bareName(tag: string): string {
  const visible = isAscii(tag) ? tag : tag.replace(unseen, '$1').replace(/\u2800/g, ' ');
  const name = tidy(tidy(visible).replace(hashes, ''));
  return /[^\p{M}\s]/u.test(name) ? name : '';
}

function isAscii(text: string): boolean {
  return /^[ -~]*$/.test(text);
}
