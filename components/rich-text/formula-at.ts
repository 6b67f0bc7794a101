import { environmentAt } from './formula-environments';
import { isAmount, isFormula } from './is-formula';

/** A formula in a text. */
export interface FoundFormula {
  /** Where its closing delimiter ends. */
  readonly end: number;
  /** What stands between the delimiters. */
  readonly tex: string;
  /** Whether it stands in a line of its own. */
  readonly isDisplay: boolean;
}

/** A longer formula, in characters, is shown as it is written. */
export const longestFormula = 4000;
/** So many formulas are followed that stand in the words of another: `$\text{for $x$ of $X$}$`. */
const mostWithin = 4;
/** Words within a formula that are still open where a text ends. */
const openWords = /\\(?:text[a-z]*|[mh]box)\s?\{[^{}]*$/;

const pairs = [
  { open: '$$', close: '$$', isDisplay: true, around: ['', ''] },
  { open: '\\[', close: '\\]', isDisplay: true, around: ['', ''] },
  { open: '\\(', close: '\\)', isDisplay: false, around: ['', ''] },
  { open: '$', close: '$', isDisplay: false, around: ['', ''] },
] as const;
/** As GitHub has it: `$`x`$`. */
const inBackticks = /^`([^`]+)`$/;

function isEscaped(text: string, at: number): boolean {
  let before = at;
  while (text[before - 1] === '\\') before -= 1;
  return (at - before) % 2 === 1;
}

/** Finds closing delimiters in a text, each once however often it is asked for the next. */
export class Closings {
  readonly #next = new Map<string, number>();

  constructor(readonly text: string) {}

  /** Where the first delimiter at or after a place stands that no backslash takes away; -1 when none does. */
  after(delimiter: string, from: number): number {
    const known = this.#next.get(delimiter);
    if (known !== undefined && (known === -1 || known >= from)) return known;
    let at = this.text.indexOf(delimiter, from);
    while (at !== -1 && isEscaped(this.text, at)) at = this.text.indexOf(delimiter, at + 1);
    this.#next.set(delimiter, at);
    return at;
  }
}

/** Where the dollar stands that closes a formula, past those of formulas in its words. */
function closingDollar(text: string, start: number, first: number): number {
  let close = first;
  for (let within = 0; within < mostWithin; within += 1) {
    const tail = text.slice(Math.max(start, close - 200), close);
    if (!openWords.test(tail)) return close;
    const inner = text.indexOf('$', close + 1);
    const next = inner === -1 ? -1 : text.indexOf('$', inner + 1);
    if (next === -1 || next - start > longestFormula) return first;
    close = next;
  }
  return first;
}

/**
 * The formula that begins at a place of a text: `$…$`, `$$…$$`, `\(…\)`, `\[…\]` or
 * `\begin{equation}…\end{equation}`. Asked at places further and further on, all calls together are linear in the
 * text's length.
 * @param limit Where the text ends that it may take.
 * @param before The character before it, where the text does not hold that.
 * @returns Nothing where none begins, such as at a price.
 */
export function formulaAt(
  closings: Closings,
  at: number,
  limit: number,
  before = closings.text.slice(Math.max(0, at - 1), at),
): FoundFormula | undefined {
  const { text } = closings;
  const pair = pairs.find(({ open }) => text.startsWith(open, at)) ?? environmentAt(text, at);
  if (!pair) return undefined;
  const start = at + pair.open.length;
  const first = closings.after(pair.close, start);
  if (first === -1 || first - start > longestFormula) return undefined;
  const close = pair.open === '$' ? closingDollar(text, start, first) : first;
  const end = close + pair.close.length;
  if (end > limit) return undefined;
  const tex = text.slice(start, close);
  if (tex.trim() === '' || /\n[ \t]*\n/.test(tex)) return undefined;
  const after = text.slice(end, Math.min(limit, end + 2));
  if (pair.open === '$' && !isFormula({ before, tex, after })) return undefined;
  if (pair.open === '$$' && isAmount(tex)) return undefined;
  const [from, to] = pair.around;
  return { end, tex: from + tex.replace(inBackticks, '$1') + to, isDisplay: pair.isDisplay };
}
