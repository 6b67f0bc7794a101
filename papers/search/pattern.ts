import { capital, isUnspaced, wordsOf } from './words';

/** A word or phrase made ready for finding in texts made by `wordsOf`. */
export interface Pattern {
  readonly text: string;
  /** Whether the character before must be checked: the first one has no capital that marks a beginning. */
  readonly checksStart: boolean;
  readonly checksEnd: boolean;
}

/**
 * @param isWhole Whether the last word must end where the pattern ends; else it may go on.
 */
export function patternOf(text: string, isWhole: boolean): Pattern {
  const words = wordsOf(text);
  const first = words.charAt(0);
  const hasCapital = first !== first.toLowerCase() && capital(first.toLowerCase()) === first;
  const last = [...words.slice(-2)].at(-1) ?? '';
  return {
    text: words,
    checksStart: !hasCapital && !isUnspaced(words),
    checksEnd: isWhole && !isUnspaced(last),
  };
}

/**
 * Finds a pattern from a place on.
 * @param to Where it must begin before.
 * @returns Where it begins, or -1.
 */
export function findPattern(text: string, pattern: Pattern, from = 0, to = text.length): number {
  const { text: wanted, checksStart, checksEnd } = pattern;
  let at = text.indexOf(wanted, from);
  while (at !== -1 && at < to) {
    const fits =
      (!checksStart || isEdge(text.charCodeAt(at - 1))) &&
      (!checksEnd || isEdge(text.charCodeAt(at + wanted.length)));
    if (fits) return at;
    at = text.indexOf(wanted, at + 1);
  }
  return -1;
}

/** A space, a line break, or outside of the text. */
function isEdge(code: number): boolean {
  return !(code > 32);
}
