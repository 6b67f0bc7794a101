import { wordsOf } from '../search/words';

/** Marks that Latin, Greek and Cyrillic letters are compared without; those of other scripts tell words apart. */
const accents = /[\u0300-\u036F\u1AB0-\u1AFF\u1DC0-\u1DFF\u20D0-\u20FF]/gu;

/**
 * A title as titles are compared: its letters, digits and the signs of names as they are read, LaTeX and HTML
 * drawn, Greek letters by their names, without case, accents and what stands between words. "$\beta$-VAE" is "Beta VAE" and
 * not "VAE". Vowel signs of Indic scripts and the voicing of kana, which no search asks for, stay.
 * @returns `undefined` for a title that has no letter and no digit: two of these have nothing in common.
 */
export function titleKey(title: string): string | undefined {
  const { text } = wordsOf(title);
  if (!text) return undefined;
  const marks = title.normalize('NFD').replace(/\P{M}/gu, '').replace(accents, '');
  return marks ? `${text}\n${marks}` : text;
}
