import { linkAddress } from './address';
import { closingBraces } from './braces';
import { entityAt } from './entities';
import { type Closings, formulaAt } from './formula-at';
import { lettersAt, punctuationAt, type Written } from './letters';
import {
  around,
  blockAt,
  type Emphasis,
  keepsCase,
  referenceAt,
  switches,
  tags,
  wrappers,
} from './tex-commands';
import type { TexPart } from './tex-parts';
import {
  colour,
  colourSwitch,
  foundAt,
  isAfterSwitch,
  switchName,
  tagName,
  verbatim,
  wrapperName,
} from './tex-patterns';
import { Quotes } from './tex-quotes';
import { degreeAt, scriptAt } from './tex-scripts';

/** Groups within groups beyond so many are shown as they are written. */
const deepest = 8;

const plain = /[^$\\~`'{<&^_-]+/y;
const unknownName = /\\[a-zA-Z]+\*?\{?/y;

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
  readonly #quotes: Quotes;

  constructor(private readonly closings: Closings) {
    this.#text = closings.text;
    this.#closes = closingBraces(this.#text);
    this.#quotes = new Quotes(closings);
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
    if (character === '^' || character === '_') return this.#script(at, to, depth);
    if (character !== '$' && character !== '\\') return undefined;
    const formula = formulaAt(this.closings, at, to);
    if (formula) {
      const { tex, isDisplay, end } = formula;
      return { end, part: { kind: 'math', at, source: this.#text.slice(at, end), tex, isDisplay } };
    }
    return character === '\\' ? this.#command(at, to, depth) : undefined;
  }

  #script(at: number, to: number, depth: number): Found | undefined {
    const degree = degreeAt(this.#text, at);
    if (degree) return degree.end <= to ? this.#written(at, degree) : undefined;
    const script = depth < deepest ? scriptAt(this.#text, at) : undefined;
    return script && script.end <= to ? this.#group({ ...script, at }, depth) : undefined;
  }

  /** A command with words: `\verb|…|`, `\textcolor{red}{…}`, or see `#wrapped`. */
  #command(at: number, to: number, depth: number): Found | undefined {
    const [written = '', , code = ''] = foundAt(verbatim, this.#text, at) ?? [];
    const end = at + written.length;
    if (written && end <= to) {
      const source = this.#text.slice(at, end);
      const parts: TexPart[] = [
        { kind: 'text', at: end - code.length - 1, source: code, text: code },
      ];
      return { end, part: { kind: 'code', at, source, parts } };
    }
    const [coloured = ''] = foundAt(colour, this.#text, at) ?? [];
    const start = at + coloured.length + 1;
    const stop = coloured && depth < deepest ? this.#closed(start - 1, to) : undefined;
    return stop
      ? this.#group({ kind: 'group', at, start, stop, end: stop + 1 }, depth)
      : this.#wrapped(at, to, depth);
  }

  /** `\textbf{…}` and its like, `\href{…}{…}`, `\url{…}`, `\ensuremath{…}`. */
  #wrapped(at: number, to: number, depth: number): Found | undefined {
    const [whole, name = ''] = foundAt(wrapperName, this.#text, at) ?? [];
    const close = whole ? this.#closed(at + whole.length - 1, to) : undefined;
    if (!whole || !close || depth >= deepest) return undefined;
    const start = at + whole.length;
    const end = close + 1;
    if (name === 'href' || name === 'url') return this.#link(at, start, close, to, depth);
    if (name === 'ensuremath' || name === 'ce') {
      const tex = this.#text.slice(name === 'ce' ? at : start, close + Number(name === 'ce'));
      const source = this.#text.slice(at, end);
      return { end, part: { kind: 'math', at, source, tex, isDisplay: false } };
    }
    const kind = wrappers.get(name);
    const found = kind && this.#group({ kind, at, start, stop: close, end }, depth);
    const signs = around.get(name);
    return found && signs ? between(found, signs) : found;
  }

  #link(at: number, start: number, close: number, to: number, depth: number): Found | undefined {
    const address = this.#text.slice(start, close).replace(/\\([%_#&~{}])/g, '$1');
    const isBare = this.#text.startsWith('\\url', at);
    const open = this.#text[close + 1] === ' ' ? close + 2 : close + 1;
    const last = isBare ? close : this.#closed(open, to);
    if (!last) return undefined;
    const source = this.#text.slice(at, last + 1);
    const written = { at: start, source: this.#text.slice(start, close) };
    const parts: TexPart[] = isBare
      ? [{ ...written, kind: 'text', text: address }]
      : this.parts(open + 1, last, depth + 1);
    const href = linkAddress(address);
    if (href) return { end: last + 1, part: { kind: 'link', at, source, href, parts } };
    const words = isBare ? parts : [...parts, { ...written, kind: 'text', text: ` (${address})` }];
    return { end: last + 1, part: { kind: 'group', at, source, parts: words as TexPart[] } };
  }

  /** `{\bf …}` and its like, braces around an accent, and those that keep the case of a word. */
  #braced(at: number, to: number, depth: number): Found | undefined {
    const close = this.#closed(at, to);
    if (!close || depth >= deepest) return undefined;
    const [whole = '', name = ''] = foundAt(switchName, this.#text, at) ?? [];
    const kind = switches.get(name);
    const group = { at, stop: close, end: close + 1 };
    if (kind) {
      const start = Math.min(close, at + whole.length);
      return this.#group({ ...group, kind, start }, depth);
    }
    const [coloured] = foundAt(colourSwitch, this.#text, at) ?? [];
    if (coloured)
      return this.#group(
        { ...group, kind: 'group', start: Math.min(close, at + coloured.length) },
        depth,
      );
    const written = this.#text[at + 1] === '\\' ? lettersAt(this.#text, at + 1) : undefined;
    if (written?.end === close) return this.#written(at, { end: close + 1, text: written.text });
    if (!this.#holdsOneGroup(at, close) && !keepsCase(this.#text, at, close)) return undefined;
    return this.#group({ ...group, kind: 'group', start: at + 1 }, depth);
  }

  /** Braces around those of a command, `{\textbf{…}}`, or after one, `{\bf{…}}`. */
  #holdsOneGroup(at: number, close: number): boolean {
    const [whole = '', name = ''] = foundAt(wrapperName, this.#text, at + 1) ?? [];
    const isOne = wrappers.has(name) && this.#closes[at + whole.length] === close - 1;
    return isOne || isAfterSwitch(this.#text, at);
  }

  /** `<sub>…</sub>` and its like. */
  #tagged(at: number, to: number, depth: number): Found | undefined {
    const [whole = '', full = '', name = ''] = foundAt(tagName, this.#text, at) ?? [];
    const kind = tags.get(name.toLowerCase());
    if (!kind || depth >= deepest) return undefined;
    const start = at + whole.length;
    const stop = this.closings.after(`</${full}>`, start);
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
    if (character === '\\')
      return referenceAt(this.#text, at) ?? blockAt(this.#text, at) ?? lettersAt(this.#text, at);
    if (character === '~' || character === '-') return punctuationAt(this.#text, at);
    if (character === '&') return entityAt(this.#text, at);
    return character === '`' || character === "'" ? this.#quotes.at(at) : undefined;
  }
}

/** Words between signs that nobody typed. */
function between({ part, end }: Found, [open, close]: readonly [string, string]): Found {
  if (!('parts' in part)) return { part, end };
  const sign = (text: string): TexPart => ({ kind: 'text', at: part.at, source: '', text });
  return { end, part: { ...part, parts: [sign(open), ...part.parts, sign(close)] } };
}

function isAsWritten(part: TexPart): boolean {
  return part.kind === 'text' && part.text === part.source;
}
