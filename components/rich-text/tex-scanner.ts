import { linkAddress } from './address';
import { closingBraces } from './braces';
import { entityAt } from './entities';
import { type Closings, formulaAt } from './formula-at';
import { lettersAt, punctuationAt, type Written } from './letters';
import {
  aside,
  type Emphasis,
  keepsCase,
  referenceAt,
  switches,
  tags,
  wrappers,
} from './tex-commands';
import type { TexPart } from './tex-parts';

/** Groups within groups beyond so many are shown as they are written. */
const deepest = 8;
/** An opening quote is one if it is closed within so many characters. */
const longestQuote = 1000;

const plain = /[^$\\~`'{<&-]+/y;
const wrapperName = /\\([a-zA-Z]+)\*?[ \t]?\{/y;
const switchName = /\{\s?\\([a-zA-Z]+)(?![a-zA-Z])\s?/y;
const unknownName = /\\[a-zA-Z]+\*?\{?/y;
const tagName = /<([a-z]{1,6})>/y;

type Found = { readonly part: TexPart; readonly end: number };

/** A group's words, and how they stand out. */
interface Group {
  readonly kind: Emphasis;
  readonly at: number;
  readonly start: number;
  readonly stop: number;
  readonly end: number;
}

/** Reads a text once, from its beginning to its end; see `texParts`. */
export class TexScanner {
  readonly #text: string;
  readonly #closes: Int32Array;
  #openQuotes = 0;

  constructor(private readonly closings: Closings) {
    this.#text = closings.text;
    this.#closes = closingBraces(this.#text);
  }

  /** The parts of the text between two places. */
  parts(from: number, to: number, depth: number): TexPart[] {
    const parts: TexPart[] = [];
    let at = from;
    while (at < to) {
      const { end, part } = this.#partAt(at, to, depth) ?? this.#textAt(at, to);
      const last = parts.at(-1);
      if (isAsWritten(part) && last && isAsWritten(last)) {
        const source = last.source + part.source;
        parts[parts.length - 1] = { kind: 'text', at: last.at, source, text: source };
      } else parts.push(part);
      at = end;
    }
    return parts;
  }

  #partAt(at: number, to: number, depth: number): Found | undefined {
    const character = this.#text[at];
    if (character === '{') return this.#braced(at, to, depth);
    if (character === '<') return this.#tagged(at, to, depth);
    if (character !== '$' && character !== '\\') return undefined;
    const formula = formulaAt(this.closings, at, to);
    if (formula) {
      const { tex, isDisplay, end } = formula;
      return { end, part: { kind: 'math', at, source: this.#text.slice(at, end), tex, isDisplay } };
    }
    return character === '\\' ? this.#wrapped(at, to, depth) : undefined;
  }

  /** `\textbf{…}` and its like, `\href{…}{…}`, `\url{…}`, `\ensuremath{…}`. */
  #wrapped(at: number, to: number, depth: number): Found | undefined {
    wrapperName.lastIndex = at;
    const [whole, name = ''] = wrapperName.exec(this.#text) ?? [];
    const close = whole ? this.#closed(at + whole.length - 1, to) : undefined;
    if (!whole || !close || depth >= deepest) return undefined;
    const start = at + whole.length;
    const end = close + 1;
    if (name === 'href' || name === 'url') return this.#link(at, start, close, to, depth);
    if (name === 'ensuremath') {
      const tex = this.#text.slice(start, close);
      const source = this.#text.slice(at, end);
      return { end, part: { kind: 'math', at, source, tex, isDisplay: false } };
    }
    const kind = wrappers.get(name);
    const found = kind && this.#group({ kind, at, start, stop: close, end }, depth);
    return found && aside.includes(name) ? inBrackets(found) : found;
  }

  #link(at: number, start: number, close: number, to: number, depth: number): Found | undefined {
    const address = this.#text.slice(start, close).replace(/\\([%_#&~{}])/g, '$1');
    const href = linkAddress(address);
    const isBare = this.#text.startsWith('\\url', at);
    const last = isBare ? close : this.#closed(close + 1, to);
    if (!href || !last) return undefined;
    const source = this.#text.slice(at, last + 1);
    const parts: TexPart[] = isBare
      ? [{ kind: 'text', at: start, source: this.#text.slice(start, close), text: address }]
      : this.parts(close + 2, last, depth + 1);
    return { end: last + 1, part: { kind: 'link', at, source, href, parts } };
  }

  /** `{\bf …}` and its like, braces around an accent, and those that keep the case of a word. */
  #braced(at: number, to: number, depth: number): Found | undefined {
    const close = this.#closed(at, to);
    if (!close || depth >= deepest) return undefined;
    switchName.lastIndex = at;
    const [whole = '', name = ''] = switchName.exec(this.#text) ?? [];
    const kind = switches.get(name);
    const group = { at, stop: close, end: close + 1 };
    if (kind) {
      const start = Math.min(close, at + whole.length);
      return this.#group({ ...group, kind, start }, depth);
    }
    const written = this.#text[at + 1] === '\\' ? lettersAt(this.#text, at + 1) : undefined;
    if (written?.end === close) return this.#written(at, { end: close + 1, text: written.text });
    if (!keepsCase(this.#text, at, close)) return undefined;
    return this.#group({ ...group, kind: 'group', start: at + 1 }, depth);
  }

  /** `<sub>…</sub>` and its like. */
  #tagged(at: number, to: number, depth: number): Found | undefined {
    tagName.lastIndex = at;
    const [whole = '', name = ''] = tagName.exec(this.#text) ?? [];
    const kind = tags.get(name);
    if (!kind || depth >= deepest) return undefined;
    const start = at + whole.length;
    const stop = this.closings.after(`</${name}>`, start);
    const end = stop + whole.length + 1;
    return stop === -1 || end > to ? undefined : this.#group({ kind, at, start, stop, end }, depth);
  }

  #group({ kind, at, start, stop, end }: Group, depth: number): Found {
    const source = this.#text.slice(at, end);
    return { end, part: { kind, at, source, parts: this.parts(start, stop, depth + 1) } };
  }

  #closed(open: number, to: number): number | undefined {
    const close = this.#text[open] === '{' ? this.#closes[open] : 0;
    return close && close < to ? close : undefined;
  }

  #written(at: number, { end, text }: Written): Found {
    return { end, part: { kind: 'text', at, source: this.#text.slice(at, end), text } };
  }

  #textAt(at: number, to: number): Found {
    const written = this.#writtenAt(at);
    if (written && written.end <= to) return this.#written(at, written);
    const known = this.#text[at] === '\\' ? unknownName : plain;
    known.lastIndex = at;
    const length = this.#text.startsWith('$$', at) ? 2 : 1;
    const end = Math.min(to, known.test(this.#text) ? known.lastIndex : at + length);
    return this.#written(at, { end, text: this.#text.slice(at, end) });
  }

  #writtenAt(at: number): Written | undefined {
    const character = this.#text[at];
    if (character === '\\') return referenceAt(this.#text, at) ?? lettersAt(this.#text, at);
    if (character === '~' || character === '-') return punctuationAt(this.#text, at);
    if (character === '&') return entityAt(this.#text, at);
    if (this.#text.startsWith('``', at)) {
      const close = this.closings.after("''", at + 2);
      if (close === -1 || close > at + longestQuote) return undefined;
      this.#openQuotes += 1;
      return { end: at + 2, text: '“' };
    }
    if (this.#openQuotes === 0 || !this.#text.startsWith("''", at)) return undefined;
    this.#openQuotes -= 1;
    return { end: at + 2, text: '”' };
  }
}

/** A footnote reads as what it adds. */
function inBrackets({ part, end }: Found): Found {
  if (!('parts' in part)) return { part, end };
  const sign = (text: string): TexPart => ({ kind: 'text', at: part.at, source: '', text });
  return { end, part: { ...part, parts: [sign(' ('), ...part.parts, sign(')')] } };
}

function isAsWritten(part: TexPart): boolean {
  return part.kind === 'text' && part.text === part.source;
}
