import type { MarkedLine } from './marks';

/** Characters that are drawn about twice as wide: UAX #11, the blocks that are wide throughout. */
const wide =
  /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/;

/**
 * About so many characters stand before what was found: a row shows one line of which the end is cut
 * off, and that must not be where the mark is.
 */
const lead = 24;

/** A line from a word or two before its first mark on, if that is not where it begins. */
export function ledIn(line: MarkedLine): MarkedLine {
  const [first] = line.marks;
  const earliest = first ? before(line.text, first.start) : 0;
  if (!first || earliest <= 0) return line;
  const from = wordFrom(line.text, earliest, first.start);
  const shift = 1 - from;
  return {
    text: `…${line.text.slice(from)}`,
    marks: line.marks.map(({ start, end }) => ({ start: start + shift, end: end + shift })),
  };
}

/** The place from which on the lead is drawn before a mark. */
function before(text: string, mark: number): number {
  let at = mark;
  for (let width = 0; at > 0 && width < lead; at -= 1)
    width += wide.test(text[at - 1] ?? '') ? 2 : 1;
  return at;
}

/**
 * The first beginning of a word from a place on, before another; else the one shortly before it. In
 * scripts without blanks the place itself, but never between the halves of a surrogate pair.
 */
function wordFrom(text: string, from: number, latest: number): number {
  const next = text.indexOf(' ', from - 1);
  if (next !== -1 && next + 1 < latest) return next + 1;
  const last = text.lastIndexOf(' ', from);
  if (last !== -1 && from - last <= lead) return last + 1;
  return /[\uDC00-\uDFFF]/.test(text[from] ?? '') ? from - 1 : from;
}
