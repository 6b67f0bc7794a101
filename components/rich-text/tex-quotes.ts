import type { Closings } from './formula-at';
import type { Written } from './letters';
import { foundAt } from './tex-patterns';

/** An opening quote is one if it is closed within so many characters. */
const longestQuote = 1000;
const single = /`(?=[\p{L}\p{N}$])[^`'\n]{1,80}'(?![\p{L}\p{N}'])/uy;
/** As Markdown has it: it is as it was typed. */
const code = /`[^`$\\\n]{1,80}`(?!`)/y;

/** The quotes of a text as LaTeX writes them, asked for from its beginning to its end. */
export class Quotes {
  #open = 0;
  /** Where a single quote is closed that was opened. */
  #singleClose = -1;

  constructor(private readonly closings: Closings) {}

  /** The quote at a place where a backtick or an apostrophe stands; nothing for one that is not closed. */
  at(at: number): Written | undefined {
    const { text } = this.closings;
    if (text.startsWith('``', at)) return this.#opened(at);
    if (text[at] === '`') return this.#openedSingle(at);
    if (at === this.#singleClose) return { end: at + 1, text: '’' };
    if (this.#open === 0 || !text.startsWith("''", at)) return undefined;
    this.#open -= 1;
    return { end: at + 2, text: '”' };
  }

  #opened(at: number): Written | undefined {
    const close = this.closings.after("''", at + 2);
    if (close === -1 || close > at + longestQuote) return undefined;
    this.#open += 1;
    return { end: at + 2, text: '“' };
  }

  #openedSingle(at: number): Written | undefined {
    const { text } = this.closings;
    const [whole] = foundAt(single, text, at) ?? [];
    if (!whole) return this.#code(at);
    if (/[\p{L}\p{N}`]$/u.test(text.slice(Math.max(0, at - 2), at))) return undefined;
    this.#singleClose = at + whole.length - 1;
    return { end: at + 1, text: '‘' };
  }

  #code(at: number): Written | undefined {
    const [whole] = foundAt(code, this.closings.text, at) ?? [];
    return whole ? { end: at + whole.length, text: whole } : undefined;
  }
}
