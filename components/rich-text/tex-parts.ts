import { linkAddress } from './address';
import { Closings, formulaAt } from './formula-at';
import { lettersAt, punctuationAt, type Written } from './letters';

/** How the words of a LaTeX group stand out; those of a `group` do not. */
export type Emphasis = 'strong' | 'emphasis' | 'code' | 'group';

/** A piece of a text that holds LaTeX; `source` is what was written. */
export type TexPart = { readonly source: string } & (
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'math'; readonly tex: string; readonly isDisplay: boolean }
  | { readonly kind: Emphasis; readonly parts: readonly TexPart[] }
  | { readonly kind: 'link'; readonly href: string; readonly parts: readonly TexPart[] }
);

/** Groups within groups beyond so many are shown as they are written. */
const deepest = 8;
/** An opening quote is one if it is closed within so many characters. */
const longestQuote = 1000;

const wrappers: Record<string, Emphasis> = {
  textbf: 'strong',
  emph: 'emphasis',
  textit: 'emphasis',
  textsl: 'emphasis',
  texttt: 'code',
  text: 'group',
  textrm: 'group',
  textsc: 'group',
  textsf: 'group',
  mbox: 'group',
  underline: 'group',
};
const switches: Record<string, Emphasis> = {
  bf: 'strong',
  em: 'emphasis',
  it: 'emphasis',
  sl: 'emphasis',
  tt: 'code',
  sc: 'group',
  rm: 'group',
};

const plain = /[^$\\~`'{-]+/y;
const wrapperName = /\\([a-zA-Z]+)\{/y;
const switchName = /\{\\([a-z]{2})(?![a-zA-Z])\s?/y;

type Found = { readonly part: TexPart; readonly end: number };

/** Finds for each opening brace of a text where it is closed; 0 where it is not. */
function closingBraces(text: string): Int32Array {
  const closes = new Int32Array(text.length);
  const open: number[] = [];
  for (let at = 0; at < text.length; at += 1) {
    if (text[at] === '\\') at += 1;
    else if (text[at] === '{') open.push(at);
    else if (text[at] === '}') {
      const from = open.pop();
      if (from !== undefined) closes[from] = at;
    }
  }
  return closes;
}

class TexScanner {
  readonly #closes: Int32Array;
  readonly #closings: Closings;
  #openQuotes = 0;

  constructor(private readonly text: string) {
    this.#closes = closingBraces(text);
    this.#closings = new Closings(text);
  }

  /** The parts of the text between two places. */
  parts(from: number, to: number, depth: number): TexPart[] {
    const parts: TexPart[] = [];
    let at = from;
    while (at < to) {
      const found = this.#partAt(at, to, depth);
      const { end, part } = found ?? this.#textAt(at, to);
      const last = parts.at(-1);
      if (part.kind === 'text' && last?.kind === 'text') {
        const source = last.source + part.source;
        parts[parts.length - 1] = { kind: 'text', source, text: last.text + part.text };
      } else parts.push(part);
      at = end;
    }
    return parts;
  }

  #partAt(at: number, to: number, depth: number): Found | undefined {
    const character = this.text[at];
    if (character === '{') return this.#switched(at, to, depth);
    if (character !== '$' && character !== '\\') return undefined;
    const formula = formulaAt(this.#closings, at, to);
    if (formula) {
      const { tex, isDisplay, end } = formula;
      return { end, part: { kind: 'math', source: this.text.slice(at, end), tex, isDisplay } };
    }
    return character === '\\' ? this.#wrapped(at, to, depth) : undefined;
  }

  /** `\textbf{…}` and its like, `\href{…}{…}`, `\url{…}`. */
  #wrapped(at: number, to: number, depth: number): Found | undefined {
    wrapperName.lastIndex = at;
    const [whole, name = ''] = wrapperName.exec(this.text) ?? [];
    const close = whole ? this.#closed(at + whole.length - 1, to) : undefined;
    if (!whole || !close || depth >= deepest) return undefined;
    const start = at + whole.length;
    if (name === 'href' || name === 'url') return this.#link(at, start, close, to, depth);
    const kind = Object.hasOwn(wrappers, name) ? wrappers[name] : undefined;
    return kind && this.#group(kind, at, start, close, depth);
  }

  #link(at: number, start: number, close: number, to: number, depth: number): Found | undefined {
    const address = this.text.slice(start, close).replace(/\\([%_#&~{}])/g, '$1');
    const href = linkAddress(address.trim());
    const isBare = this.text.startsWith('\\url', at);
    const last = isBare ? close : this.#closed(close + 1, to);
    if (!href || !last) return undefined;
    const source = this.text.slice(at, last + 1);
    const parts: TexPart[] = isBare
      ? [{ kind: 'text', source: this.text.slice(start, close), text: address }]
      : this.parts(close + 2, last, depth + 1);
    return { end: last + 1, part: { kind: 'link', source, href, parts } };
  }

  /** `{\bf …}` and its like, and braces around an accent. */
  #switched(at: number, to: number, depth: number): Found | undefined {
    const close = this.#closed(at, to);
    if (!close || depth >= deepest) return undefined;
    switchName.lastIndex = at;
    const [whole = '', name = ''] = switchName.exec(this.text) ?? [];
    const kind = Object.hasOwn(switches, name) ? switches[name] : undefined;
    if (kind) return this.#group(kind, at, Math.min(close, at + whole.length), close, depth);
    const written = this.text[at + 1] === '\\' ? lettersAt(this.text, at + 1) : undefined;
    if (written?.end !== close) return undefined;
    const source = this.text.slice(at, close + 1);
    return { end: close + 1, part: { kind: 'text', source, text: written.text } };
  }

  #group(kind: Emphasis, at: number, start: number, close: number, depth: number): Found {
    const source = this.text.slice(at, close + 1);
    return { end: close + 1, part: { kind, source, parts: this.parts(start, close, depth + 1) } };
  }

  #closed(open: number, to: number): number | undefined {
    const close = this.text[open] === '{' ? this.#closes[open] : 0;
    return close && close < to ? close : undefined;
  }

  #textAt(at: number, to: number): Found {
    const written = this.#writtenAt(at);
    if (written && written.end <= to) {
      const { end, text } = written;
      return { end, part: { kind: 'text', source: this.text.slice(at, end), text } };
    }
    plain.lastIndex = at;
    const length = this.text.startsWith('$$', at) ? 2 : 1;
    const end = Math.min(to, plain.test(this.text) ? plain.lastIndex : at + length);
    const source = this.text.slice(at, end);
    return { end, part: { kind: 'text', source, text: source } };
  }

  #writtenAt(at: number): Written | undefined {
    const character = this.text[at];
    if (character === '\\') return lettersAt(this.text, at);
    if (character === '~' || character === '-') return punctuationAt(this.text, at);
    if (this.text.startsWith('``', at)) {
      if (!this.text.slice(at + 2, at + longestQuote).includes("''")) return undefined;
      this.#openQuotes += 1;
      return { end: at + 2, text: '“' };
    }
    if (this.#openQuotes === 0 || !this.text.startsWith("''", at)) return undefined;
    this.#openQuotes -= 1;
    return { end: at + 2, text: '”' };
  }
}

/**
 * Takes apart a text that holds LaTeX: formulas, emphasis, links, and characters that LaTeX writes
 * as commands. The sources of the parts, one after the other, are the text. What is not understood
 * stays text. Linear in the text's length.
 */
export function texParts(text: string): readonly TexPart[] {
  return new TexScanner(text).parts(0, text.length, 0);
}
