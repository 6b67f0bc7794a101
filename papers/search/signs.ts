import type { Emitter } from './emitter';

const word = /[\p{L}\p{N}]/u;
const letter = /\p{L}/u;
const raisedSign = /\{?\s*(?:[*+＊＋∗⋆]|\\(?:ast|star)(?![a-zA-Z]))/y;

/** Signs by which others stand in names. */
export const signAliases: Readonly<Record<string, string>> = { '∗': '*', '⋆': '*', '♯': '#' };

/** The letters that a star may belong to: "A*", "RRT*". */
const mostBeforeStar = 4;

/**
 * Tells whether a sign belongs to the name before it and so is a letter: "C++", "C#", "A*", "CLIP+". In
 * "50K+", "A+B", "issue#10" and "*emphasis*" it does not.
 * @param end Where it ends in the text.
 */
export function isInName(sign: string, text: string, end: number, before: Emitter): boolean {
  const next = text.slice(end, end + 2);
  if (sign === '+') {
    if (before.isAfterSign) return true;
    if (/^[+＋]/.test(next)) return before.letters > 0 && !letter.test(text.charAt(end + 1));
    return isShort(before, 50) && !word.test(next.charAt(0));
  }
  if (sign === '#') return before.letters === 1 && !letter.test(next.charAt(0));
  return isShort(before, mostBeforeStar) && !before.isStarred && !/^[*\p{L}\p{N}]/u.test(next);
}

/** Tells whether a raised sign follows, which then stands in its name as if it were on the line. */
export function isRaisedSign(text: string, at: number): boolean {
  raisedSign.lastIndex = at;
  return raisedSign.test(text);
}

/** Tells whether the dot at a place begins a name: ".NET". */
export function leadsName(text: string, at: number): boolean {
  return (
    letter.test(text.charAt(at + 1)) && (at === 0 || /[\s([{"'“‘,;/]/.test(text.charAt(at - 1)))
  );
}

function isShort({ letters }: Emitter, most: number): boolean {
  return letters > 0 && letters <= most;
}
