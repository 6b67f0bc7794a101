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
const mostValue = 1_000_000;

/** Tells by its beginning whether a value is itself one of many, whose own values are wanted. */
export type IsMany = (start: string) => boolean;

/**
 * Reads the values of the outermost array or object one by one, each by `JSON.parse`, so that a large file does
 * not keep the page busy and a damaged value costs itself only. `undefined` is a step without a value.
 * @param isMany Of which values those within are given in their place.
 */
export function* jsonValues(
  text: string,
  isMany: IsMany = () => false,
): Generator<JsonValue | BrokenJsonValue | undefined, void> {
  const at = text.search(/[[{]/);
  if (at >= 0) yield* valuesFrom(text, at, new LineCounter(text), isMany);
}

/** @returns The offset behind the last value and what closes it; `undefined` where the text ends or cannot be read. */
function* valuesFrom(
  text: string,
  from: number,
  lines: LineCounter,
  isMany: IsMany,
): Generator<JsonValue | BrokenJsonValue | undefined, number | undefined> {
  const isObject = text[from] === '{';
  let at = from + 1;
  for (let count = 0; ; count += 1) {
    at = yield* skip(text, at, /[\s,]/);
    if (/[\]}]/.test(text[at] ?? '')) return at + 1;
    const line = lines.at(at);
    if (at >= text.length) {
      yield broken('cutOff', '', line, '');
      return undefined;
    }
    let key = String(count);
    if (isObject) {
      const end = text[at] === '"' ? stringEnd(text, at) : at;
      if (end === undefined || end === at) {
        yield broken(end ? 'unreadable' : 'cutOff', '', line, text.slice(at, at + 200));
        return undefined;
      }
      key = String(parsed(text.slice(at, end))?.value ?? '');
      at = yield* skip(text, end, /[\s:]/);
    }
    const end: number | undefined = isMany(text.slice(at, at + 500))
      ? yield* valuesFrom(text, at, lines, () => false)
      : yield* oneValue(text, at, key, line);
    if (end === undefined) return undefined;
    at = end;
  }
}

function* oneValue(
  text: string,
  at: number,
  key: string,
  line: number,
): Generator<JsonValue | BrokenJsonValue, number | undefined> {
  const end = valueEnd(text, at);
  const raw = text.slice(at, end ?? at + 500);
  if (end === undefined || end === at) {
    const isLong = text.length - at > mostValue;
    yield broken(isLong ? 'tooLong' : 'cutOff', key, line, raw);
    return undefined;
  }
  const result = parsed(raw);
  yield result
    ? { kind: 'value', key, line, value: result.value }
    : broken('unreadable', key, line, raw.slice(0, 500));
  return end;
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

/** How many signs are passed over in a step. */
const mostSkipped = 65_536;

function* skip(text: string, from: number, sign: RegExp): Generator<undefined, number> {
  let at = from;
  while (at < text.length && sign.test(text[at] ?? '')) {
    at += 1;
    if ((at - from) % mostSkipped === 0) yield undefined;
  }
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
  // No more than may be a value is looked through for its end.
  const end = endIn(text.slice(from, from + mostValue + 1));
  return end === undefined ? undefined : from + end;
}

function endIn(value: string): number | undefined {
  if (!/^[[{]/.test(value)) return /[,\]}\n]/.exec(value)?.index;
  const signs = /["[\]{}]/g;
  let depth = 0;
  for (let found = signs.exec(value); found; found = signs.exec(value)) {
    if (found[0] === '"') {
      const end = stringEnd(value, found.index);
      if (end === undefined) return undefined;
      signs.lastIndex = end;
    } else depth += found[0] === '[' || found[0] === '{' ? 1 : -1;
    if (depth === 0) return signs.lastIndex;
  }
  return undefined;
}
