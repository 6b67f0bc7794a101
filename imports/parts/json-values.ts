import { LineCounter } from './lines';

/** A value within the outermost array or object of a JSON text. */
export interface JsonValue {
  readonly kind: 'value';
  /** Of an object; of an array the number of the value, counted from nought. */
  readonly key: string;
  readonly line: number;
  readonly value: unknown;
}

/** A value that cannot be read; the others can. */
export interface BrokenJsonValue {
  readonly kind: 'broken';
  readonly key: string;
  readonly line: number;
  readonly reason: 'cutOff' | 'unreadable' | 'tooLong';
  /** Its beginning. */
  readonly start: string;
}

/** The longest value, in characters. */
const mostValue = 4_000_000;

/**
 * Reads the values of the outermost array or object one by one, each by `JSON.parse`, so that a large file does
 * not keep the page busy and a damaged value costs itself only. `undefined` is a step without a value.
 */
export function* jsonValues(
  text: string,
  firstLine = 1,
): Generator<JsonValue | BrokenJsonValue | undefined, void> {
  const lines = new LineCounter(text);
  let at = text.search(/[[{]/);
  if (at < 0) return;
  const isObject = text[at] === '{';
  at += 1;
  for (let count = 0; ; count += 1) {
    at = skip(text, at, /[\s,]/);
    if (at >= text.length || /[\]}]/.test(text[at] ?? '')) {
      if (at >= text.length) yield broken('cutOff', '', lines.at(at), '');
      return;
    }
    const line = lines.at(at) + firstLine - 1;
    let key = String(count);
    if (isObject) {
      const end = stringEnd(text, at);
      if (text[at] !== '"' || end === undefined) {
        yield broken(
          end === undefined ? 'cutOff' : 'unreadable',
          '',
          line,
          text.slice(at, at + 200),
        );
        return;
      }
      key = parsed(text.slice(at, end))?.value as string;
      at = skip(text, end, /[\s:]/);
    }
    const end = valueEnd(text, at);
    const raw = text.slice(at, end ?? at + 500);
    if (end === undefined || end === at) {
      const rest = text.length - at;
      yield broken(rest > mostValue ? 'tooLong' : 'cutOff', key, line, raw);
      return;
    }
    const result = parsed(raw);
    yield result
      ? { kind: 'value', key, line, value: result.value }
      : broken('unreadable', key, line, raw.slice(0, 500));
    at = end;
  }
}

function broken(
  reason: BrokenJsonValue['reason'],
  key: string,
  line: number,
  start: string,
): BrokenJsonValue {
  return { kind: 'broken', key, line, reason, start };
}

function parsed(raw: string): { readonly value: unknown } | undefined {
  try {
    return { value: JSON.parse(raw) };
  } catch {
    return undefined;
  }
}

function skip(text: string, from: number, sign: RegExp): number {
  let at = from;
  while (at < text.length && sign.test(text[at] ?? '')) at += 1;
  return at;
}

/** Behind the closing quote of a string. */
function stringEnd(text: string, from: number): number | undefined {
  for (let at = text.indexOf('"', from + 1); at >= 0; at = text.indexOf('"', at + 1)) {
    if (at - from > mostValue) return undefined;
    let slashes = 0;
    while (text[at - 1 - slashes] === '\\') slashes += 1;
    if (slashes % 2 === 0) return at + 1;
  }
  return undefined;
}

function valueEnd(text: string, from: number): number | undefined {
  if (text[from] === '"') return stringEnd(text, from);
  if (!/[[{]/.test(text[from] ?? '')) {
    const end = /[,\]}\n]/g;
    end.lastIndex = from;
    return end.exec(text)?.index;
  }
  const signs = /["[\]{}]/g;
  signs.lastIndex = from;
  let depth = 0;
  for (let found = signs.exec(text); found; found = signs.exec(text)) {
    if (found.index - from > mostValue) return undefined;
    if (found[0] === '"') {
      const end = stringEnd(text, found.index);
      if (end === undefined) return undefined;
      signs.lastIndex = end;
    } else depth += /[[{]/.test(found[0]) ? 1 : -1;
    if (depth === 0) return signs.lastIndex;
  }
  return undefined;
}
