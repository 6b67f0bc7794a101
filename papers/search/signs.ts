import type { Emitter } from './emitter';

const word = /[\p{L}\p{N}]/u;
const letter = /\p{L}/u;
const second = /\p{N}|\p{L}{2,30}(?![\p{L}\p{N}*_])/uy;
/** Hosts end like that as well. */
const net = /(?<=(?<!\p{L})(?:asp|vb|ado|ml|paint))\.net(?![\p{L}\p{N}])/iuy;
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
  if (!isShort(before, mostBeforeStar) || before.isStarred) return false;
  return !/^[*\p{L}\p{N}]/u.test(next) || goesOn(text, end);
}

/** Tells whether a name goes on behind its star, which no other star closes: "D*Lite", "π*0.6", not "a*b" nor "em*pha*sis". */
function goesOn(text: string, end: number): boolean {
  second.lastIndex = end;
  return second.test(text);
}

/** Tells whether a raised sign follows, which then stands in its name as if it were on the line. */
export function isRaisedSign(text: string, at: number): boolean {
  raisedSign.lastIndex = at;
  return raisedSign.test(text);
}

/** Tells whether the dot at a place begins a name: ".NET", also in "ASP.NET". */
export function leadsName(text: string, at: number): boolean {
  if (!letter.test(text.charAt(at + 1))) return false;
  if (at === 0 || /[\s([{"'“‘,;/]/.test(text.charAt(at - 1))) return true;
  net.lastIndex = at;
  return net.test(text);
}

function isShort({ letters }: Emitter, most: number): boolean {
  return letters > 0 && letters <= most;
}
