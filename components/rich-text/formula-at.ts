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

const pairs = [
  { open: '$$', close: '$$', isDisplay: true },
  { open: '\\[', close: '\\]', isDisplay: true },
  { open: '\\(', close: '\\)', isDisplay: false },
  { open: '$', close: '$', isDisplay: false },
] as const;

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

/** Money and prose between two dollar signs: words, and nothing that only TeX writes. */
function isProse(tex: string, next: string): boolean {
  if (/[\\^_=<>{}+]/.test(tex) || !/\p{L}{2}/u.test(tex)) return false;
  return /^\d/.test(tex) || /^\p{L}/u.test(next);
}

function isInline(tex: string, next: string): boolean {
  return !/^\s|\s$/.test(tex) && !/^\d/.test(next) && !isProse(tex, next);
}

/**
 * The formula that begins at a place of a text: `$…$`, `$$…$$`, `\(…\)` or `\[…\]`. Asked at
 * places further and further on, all calls together are linear in the text's length.
 * @param limit Where the text ends that it may take.
 * @returns Nothing where none begins, such as at a price.
 */
export function formulaAt(closings: Closings, at: number, limit: number): FoundFormula | undefined {
  const { text } = closings;
  const pair = pairs.find(({ open }) => text.startsWith(open, at));
  if (!pair) return undefined;
  const start = at + pair.open.length;
  const close = closings.after(pair.close, start);
  const end = close + pair.close.length;
  if (close === -1 || end > limit || close - start > longestFormula) return undefined;
  const tex = text.slice(start, close);
  if (tex.trim() === '' || /\n[ \t]*\n/.test(tex)) return undefined;
  const next = text.slice(end, Math.min(limit, end + 2));
  if (pair.open === '$' && !isInline(tex, next)) return undefined;
  return { end, tex, isDisplay: pair.isDisplay };
}
