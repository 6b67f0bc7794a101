/** What a folded character is to the words of a text. */
export const kinds = {
  letter: 1,
  digit: 2,
  /** Of a script written without spaces between words, or a picture: found anywhere in a run. */
  unspaced: 3,
  /** Parts of words stand on both sides of it: hyphens, quotes, brackets, slashes. */
  tight: 4,
  space: 5,
  /** What stands on its other side is another word. */
  hard: 6,
  /** Hard before a space, else tight: "node.js", "DALL·E". */
  stop: 7,
  /** Read by what stands around it: `+ # * . \ & < { } $ ^ ~`. */
  special: 8,
} as const;
export type Kind = (typeof kinds)[keyof typeof kinds];

const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}ー\p{Extended_Pictographic}\p{Regional_Indicator}]/u;

const known = new Map<string, Kind>();

/** @param character Folded; one code point. */
export function kindOf(character: string): Kind {
  const found = known.get(character);
  if (found !== undefined) return found;
  const kind = read(character);
  known.set(character, kind);
  return kind;
}

/** The kinds of the ASCII characters, by their codes. */
export const asciiKinds: Uint8Array = Uint8Array.from({ length: 128 }, (_, code) =>
  kindOf(String.fromCharCode(code)),
);

function read(character: string): Kind {
  if (/[+#*.\\&<{}$^~]/.test(character)) return kinds.special;
  if (character > '\x7f' && unspaced.test(character)) return kinds.unspaced;
  if (/\p{L}/u.test(character)) return kinds.letter;
  if (/\p{N}/u.test(character)) return kinds.digit;
  if (/\s/.test(character)) return kinds.space;
  if (/[:·•]/.test(character)) return kinds.stop;
  return /[,;!?|—、。，；！？…؛،۔।]/u.test(character) ? kinds.hard : kinds.tight;
}
