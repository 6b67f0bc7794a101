import { isBehindSign, LineCounter } from './lines';

/** An entry of a BibTeX file with its fields as they are written, strings put in, delimiters off. */
export interface BibEntry {
  readonly kind: 'entry';
  /** In lower case. */
  readonly type: string;
  readonly key: string;
  readonly line: number;
  /** By name in lower case. */
  readonly fields: ReadonlyMap<string, string>;
}

/** An entry that cannot be read, or that the file ends in. */
export interface BrokenBibEntry {
  readonly kind: 'broken';
  readonly key: string;
  readonly line: number;
  readonly reason: 'cutOff' | 'unreadable' | 'tooLong';
}

/** The longest entry, in characters: a hundred times any abstract. */
const mostEntry = 400_000;

const start = /@[ \t]*([A-Za-z][\w-]*)\s*([{(])/g;
/** Where the next entry seems to begin, within one that does not end. */
const nextStart = /^[ \t]*@[ \t]*[A-Za-z]+\s*[{(]\s*[^\s,{}()=]+\s*,/gm;

const monthNames: Readonly<Record<string, string>> = Object.fromEntries(
  'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ').map((name) => [name, name]),
);

/**
 * Takes a BibTeX file apart, entry by entry: `@string` is put in, `@comment` and `@preamble` are passed over, text
 * between entries is free. An entry that does not end costs itself, up to where the next one seems to begin.
 * After "Tame the BeaST" (Markey), 5 and 6; parentheses and `#` as there.
 * @returns `undefined` is a step without an entry.
 */
export function* bibEntries(text: string): Generator<BibEntry | BrokenBibEntry | undefined, void> {
  const lines = new LineCounter(text);
  const strings = new Map(Object.entries(monthNames));
  const find = new RegExp(start);
  for (let found = find.exec(text); found; found = find.exec(text)) {
    // A percent sign at its beginning comments a line out for BibLaTeX and other readers.
    if (isBehindSign(text, found.index, '%')) continue;
    const type = (found[1] ?? '').toLowerCase();
    const from = find.lastIndex;
    const line = lines.at(found.index);
    if (type === 'comment') {
      find.lastIndex = endOf(text, from, found[2] ?? '{') ?? from;
      yield undefined;
      continue;
    }
    const end = endOf(text, from, found[2] ?? '{');
    const next = end === undefined ? nextEntry(text, from) : undefined;
    if (end === undefined) {
      const key = keyIn(text.slice(from, from + 200));
      const isShort = (next ?? text.length) - from <= mostEntry;
      const reason = next === undefined ? 'cutOff' : 'unreadable';
      if (!isSetting(type))
        yield { kind: 'broken', key, line, reason: isShort ? reason : 'tooLong' };
      if (next === undefined) return;
      find.lastIndex = next;
      continue;
    }
    find.lastIndex = end;
    const body = text.slice(from, end - 1);
    if (type === 'string') define(strings, body);
    yield isSetting(type) ? undefined : entryIn(type, body, line, strings);
  }
}

function isSetting(type: string): boolean {
  return type === 'string' || type === 'preamble' || type === 'comment';
}

/** Within how many characters the end of an entry mostly is. */
const nearby = 65_536;

/**
 * Finds the end of an entry. Braces count even behind a backslash, as in BibTeX; where that leads nowhere, a
 * backslash takes the brace behind it out of the count.
 * @param from Behind its opening delimiter.
 * @returns The offset behind the closing one; `undefined` where there is none.
 */
function endOf(text: string, from: number, opener: string): number | undefined {
  const soon = closing(text, from, opener, { within: nearby });
  if (soon !== undefined) return soon;
  const within = Math.min(mostEntry, reachFrom(text, from));
  const strict = closing(text, from, opener, { within });
  if (strict !== undefined) return strict;
  const next = nextEntry(text, from) ?? text.length;
  return closing(text, from, opener, { within: Math.min(next - from, mostEntry), escapes: true });
}

/** How far an entry may go that others seem to begin in: a note may quote some, not twenty. */
function reachFrom(text: string, from: number): number {
  let at = from;
  for (let count = 0; count < 20; count += 1) {
    const next = nextEntry(text, at);
    if (next === undefined) return text.length - from;
    at = next + 1;
  }
  return at - from;
}

function closing(
  text: string,
  from: number,
  opener: string,
  { within, escapes = false }: { readonly within: number; readonly escapes?: boolean },
): number | undefined {
  const signs = /[{}()\\]/g;
  signs.lastIndex = from;
  let depth = 0;
  for (let found = signs.exec(text); found; found = signs.exec(text)) {
    const [sign] = found;
    if (found.index - from > within) return undefined;
    if (sign === '\\') signs.lastIndex += escapes ? 1 : 0;
    else if (sign === '{') depth += 1;
    else if (sign === '}' && depth > 0) depth -= 1;
    else if (sign === '}') return signs.lastIndex;
    else if (sign === ')' && depth === 0 && opener === '(' && isLast(text, signs.lastIndex))
      return signs.lastIndex;
  }
  return undefined;
}

/** A parenthesis within a quoted value is none that ends an entry. */
function isLast(text: string, at: number): boolean {
  return /^[ \t]*(?:[\r\n@%]|$)/.test(text.slice(at, at + 100));
}

function nextEntry(text: string, from: number): number | undefined {
  const next = new RegExp(nextStart);
  next.lastIndex = from;
  const found = next.exec(text);
  return found ? found.index + found[0].indexOf('@') : undefined;
}

function keyIn(body: string): string {
  return /^\s*([^,=\s{}"]*)/.exec(body)?.[1] ?? '';
}

function define(strings: Map<string, string>, body: string): void {
  for (const [name, value] of fieldsIn(body, 0, strings).fields) strings.set(name, value);
}

function entryIn(
  type: string,
  body: string,
  line: number,
  strings: ReadonlyMap<string, string>,
): BibEntry | BrokenBibEntry {
  const [head = '', key = ''] = /^\s*([^,={}"\n]{0,300}?)\s*(?:,|$)/.exec(body) ?? [];
  const { fields, isWhole } = fieldsIn(body, head.length, strings);
  const isEmpty = fields.size === 0 && !isWhole;
  return isEmpty
    ? { kind: 'broken', key: keyIn(body), line, reason: 'unreadable' }
    : { kind: 'entry', type, key, line, fields };
}

const fieldStart = /[\s,]*([^\s=,{}"#%]+)\s*=\s*/y;
const bare = /[^\s,{}"#]+/y;

/** Reads fields one after the other; what cannot be read up to the next comma costs that field. */
function fieldsIn(
  body: string,
  from: number,
  strings: ReadonlyMap<string, string>,
): { readonly fields: ReadonlyMap<string, string>; readonly isWhole: boolean } {
  const fields = new Map<string, string>();
  let at = from;
  let isWhole = true;
  while (at < body.length) {
    fieldStart.lastIndex = at;
    const found = fieldStart.exec(body);
    if (!found) {
      const rest = body.slice(at);
      if (!/[^\s,}]/.test(rest)) break;
      isWhole = false;
      const next = body.indexOf(',', at + 1);
      if (next < 0) break;
      at = next;
      continue;
    }
    const name = (found[1] ?? '').toLowerCase();
    const { value, end } = valueAt(body, fieldStart.lastIndex, strings);
    const before = fields.get(name);
    // The first of two fields of one name counts, as in BibTeX; publishers write a field for each keyword.
    if (before === undefined && name !== '__proto__') fields.set(name, value);
    else if (before !== undefined && isList(name)) fields.set(name, `${before}, ${value}`);
    at = Math.max(end, fieldStart.lastIndex);
  }
  return { fields, isWhole };
}

function isList(name: string): boolean {
  return name === 'keywords' || name === 'keyword';
}

/** A value: pieces in braces or quotes, numbers and names of strings, joined by `#`. */
function valueAt(
  body: string,
  from: number,
  strings: ReadonlyMap<string, string>,
): { readonly value: string; readonly end: number } {
  let [value, at] = ['', from];
  for (;;) {
    const piece = pieceAt(body, at, strings);
    value += piece.value;
    const more = /\s*#\s*/y;
    more.lastIndex = piece.end;
    if (!more.exec(body)) return { value, end: piece.end };
    at = more.lastIndex;
  }
}

function pieceAt(body: string, at: number, strings: ReadonlyMap<string, string>) {
  if (body[at] === '{') {
    const within = body.length;
    const end =
      closing(body, at + 1, '{', { within }) ??
      closing(body, at + 1, '{', { within, escapes: true }) ??
      body.length;
    return { value: body.slice(at + 1, Math.max(at + 1, end - 1)), end };
  }
  if (body[at] === '"') return quotedAt(body, at + 1);
  bare.lastIndex = at;
  const word = bare.exec(body)?.[0] ?? '';
  return { value: strings.get(word.toLowerCase()) ?? word, end: at + word.length };
}

function quotedAt(body: string, from: number): { readonly value: string; readonly end: number } {
  let depth = 0;
  for (let at = from; at < body.length; at += 1) {
    const sign = body[at];
    if (sign === '{') depth += 1;
    else if (sign === '}') depth -= 1;
    else if (sign === '"' && depth <= 0) return { value: body.slice(from, at), end: at + 1 };
  }
  return { value: body.slice(from), end: body.length };
}
