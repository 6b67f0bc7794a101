import { tidy } from '../text';

/** One piece of a search, between white space. */
export interface Token {
  readonly start: number;
  readonly end: number;
  readonly not: boolean;
  /** The operator as typed, without its colon. */
  readonly name?: string;
  /** Without the quotes, white space tidied. */
  readonly value: string;
  readonly isQuoted: boolean;
  readonly isClosed: boolean;
}

const quotes = '"“”„＂';
const bare = new RegExp(`[^\\s${quotes}]*`, 'y');
const named = /(\p{L}+)[:：]/uy;
/** What names a paper and has blanks: `arXiv: 2503.02130v1 [cs.LG] 3 Mar 2025`, `doi 10.1145/3371158`. */
const spaced = new RegExp(
  `(?:(?:arxiv|(?:e-?|pre)prints?|pp?\\.|corr|doi|pmid)[\\s:：,]+)*[^\\s${quotes}]+(?:(?:\\s+\\[[a-z.-]+\\])?\\s+\\d{1,2}\\s+\\p{L}{3,9}\\.?\\s+\\d{4}|\\s+\\[[a-z.-]+\\]|,?\\s+\\(?(?:19|20)\\d\\d\\)?[.,;]?(?!\\S)|\\s+\\(\\d{1,2}\\)(?:\\.\\w{1,5})+)?`,
  'iuy',
);

/**
 * Cuts a search into its pieces.
 * @param isName Tells of a bare piece whether its colon belongs to it (`arxiv:2503.02130`, an address).
 */
export function scan(text: string, isName: (piece: string) => boolean): Token[] {
  const tokens: Token[] = [];
  let at = skipSpace(text, 0);
  while (at < text.length) {
    const token = tokenAt(text, at, isName);
    tokens.push(token);
    at = skipSpace(text, token.end);
  }
  return tokens;
}

/** Puts a value into quotes; a quote within is doubled. */
export function quote(value: string): string {
  return `"${value.replace(new RegExp(`[${quotes}]`, 'g'), '$&$&')}"`;
}

/** Tells whether a value stands for itself without quotes. */
export function isBare(value: string): boolean {
  return value !== '' && matchAt(bare, value, 0) === value;
}

function tokenAt(text: string, start: number, isName: (piece: string) => boolean): Token {
  const not = text[start] === '-' && /^[^\s-]/.test(text.slice(start + 1, start + 2));
  const from = start + (not ? 1 : 0);
  const whole = matchAt(spaced, text, from);
  if (/\s/.test(whole) && isName(whole)) return { start, not, ...bareValue(whole, from) };
  const piece = matchAt(bare, text, from);
  const name = isName(piece) ? '' : matchAt(named, text, from);
  const valueAt = from + name.length;
  const value = isQuote(text[valueAt]) ? quoted(text, valueAt) : plain(text, valueAt);
  return { start, not, ...(name ? { name: name.slice(0, -1) } : {}), ...value };
}

type Value = Pick<Token, 'end' | 'value' | 'isQuoted' | 'isClosed'>;

function plain(text: string, from: number): Value {
  return bareValue(matchAt(bare, text, from), from);
}

function bareValue(value: string, from: number): Value {
  return { end: from + value.length, value: tidy(value), isQuoted: false, isClosed: true };
}

function quoted(text: string, from: number): Value {
  let value = '';
  let at = from + 1;
  for (; at < text.length; at += 1) {
    const character = text[at] ?? '';
    if (isQuote(character)) {
      if (text[at + 1] !== character)
        return { end: at + 1, value: tidy(value), isQuoted: true, isClosed: true };
      at += 1;
    }
    value += character;
  }
  return { end: text.length, value: tidy(value), isQuoted: true, isClosed: false };
}

function isQuote(character: string | undefined): boolean {
  return character !== undefined && quotes.includes(character);
}

function skipSpace(text: string, from: number): number {
  return from + matchAt(/\s*/y, text, from).length;
}

function matchAt(pattern: RegExp, text: string, from: number): string {
  pattern.lastIndex = from;
  return pattern.exec(text)?.[0] ?? '';
}
