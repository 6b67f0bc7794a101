/** Scripts written without spaces between words, and pictures: these are found anywhere in a run. */
const unspacedSet =
  '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Hangul}\\p{Script=Thai}\\p{Script=Lao}\\p{Script=Khmer}\\p{Script=Myanmar}ー\\p{Extended_Pictographic}\\p{Regional_Indicator}';
const unspacedRun = new RegExp(`[${unspacedSet}]+`, 'gu');
const unspaced = new RegExp(`[${unspacedSet}]`, 'u');
const betweenWords = new RegExp(`[^\\p{L}\\p{N}${unspacedSet}]+`, 'gu');

/**
 * The words of a text as they are searched: folded (case, accents, width), one space between them,
 * runs of unspaced scripts apart from others, and the first letter of each word a capital. Since
 * every other letter is small, a capital finds beginnings of words only, in one `indexOf`.
 * @returns An empty string for a text without words.
 */
export function wordsOf(text: string): string {
  return capitalized(spaced(foldLetters(text)));
}

/** Folds one text or one character; the same whether done at once or character by character. */
export function foldLetters(text: string): string {
  if (/^[\n -~]*$/.test(text)) return text.toLowerCase();
  return text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/\p{M}+/gu, '')
    .replaceAll('ς', 'σ');
}

/** Tells whether a folded character belongs to a word. */
export function isWordCharacter(character: string): boolean {
  return isUnspaced(character) || /[\p{L}\p{N}]/u.test(character);
}

/** Tells whether a text begins with a character that is found anywhere in a run. */
export function isUnspaced(text: string): boolean {
  const first = text.codePointAt(0);
  return first !== undefined && first > 0x7f && unspaced.test(String.fromCodePoint(first));
}

/** The capital that marks the beginning of a word; the character itself where it has none. */
export function capital(character: string): string {
  const upper = character.toUpperCase();
  return upper.length === 1 && upper.toLowerCase() === character ? upper : character;
}

function spaced(folded: string): string {
  const separate = folded.replace(betweenWords, ' ');
  const split = unspaced.test(separate)
    ? separate.replace(unspacedRun, ' $& ').replace(/ +/g, ' ')
    : separate;
  return split.trim();
}

function capitalized(words: string): string {
  return words.replace(/(^| )([^ ])/g, (_, space, first) => space + capital(first));
}
