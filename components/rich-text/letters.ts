import { accents, escapes, letters, symbols } from './tex-signs';

/** Characters that stand for a LaTeX command, and where the command ends. */
export interface Written {
  readonly end: number;
  readonly text: string;
}

/** An accent, up to the letter or the group that it is set on. */
const accent = /\\(?:([`'"^~=.])|([a-zA-Z])(?=[\s{\\])\s?)/y;
const base = /\\([ij])(?![a-zA-Z])|\{\s?(?:\\([ij])|(\p{L}))\s?\}|(\p{L})/uy;
const command = /\\([a-zA-Z]+)(\{\}|\s?)/y;
/** Accents upon accents beyond so many are shown as they are written. */
const mostAccents = 3;

/** `it\'s` and `\"so\"` are quotes that a program escaped, not accents. */
function isEscapedQuote(text: string, at: number, end: number): boolean {
  const before = /\p{L}$/u.test(text.slice(Math.max(0, at - 2), at));
  if (text.startsWith("\\'s", at)) return before && !/^\p{L}/u.test(text.slice(end, end + 2));
  return text[at + 1] === '"' && !before && /\\"(?![\p{L}{\\])/u.test(text.slice(end, end + 200));
}

/** What an accent is set on: a letter, one in a group, or one that has an accent already. */
function baseAt(text: string, at: number, depth: number): Written | undefined {
  base.lastIndex = at;
  const found = base.exec(text);
  if (found) {
    const [whole, bareDotless, dotless, braced, bare] = found;
    const letter = bareDotless ?? dotless ?? braced ?? bare ?? '';
    return { end: at + whole.length, text: letter };
  }
  if (depth >= mostAccents) return undefined;
  if (text[at] === '\\') return accented(text, at, depth + 1);
  const inner = text.startsWith('{\\', at) ? accented(text, at + 1, depth + 1) : undefined;
  return inner && text[inner.end] === '}' ? { end: inner.end + 1, text: inner.text } : undefined;
}

function accented(text: string, at: number, depth = 0): Written | undefined {
  accent.lastIndex = at;
  const [whole, sign, name] = accent.exec(text) ?? [];
  const key = sign ?? name ?? '';
  if (!whole || !Object.hasOwn(accents, key)) return undefined;
  const under = baseAt(text, at + whole.length, depth);
  if (!under || isEscapedQuote(text, at, under.end)) return undefined;
  const joined = (under.text + accents[key]).normalize('NFC');
  return [...joined].length === 1 ? { end: under.end, text: joined } : undefined;
}

function named(text: string, at: number): Written | undefined {
  command.lastIndex = at;
  const [whole = '', name = '', after = ''] = command.exec(text) ?? [];
  const end = at + whole.length;
  if (Object.hasOwn(letters, name)) return { end, text: letters[name] ?? '' };
  if (!Object.hasOwn(symbols, name)) return undefined;
  return { end, text: (symbols[name] ?? '') + (after === '{}' ? '' : after) };
}

/**
 * What a backslash in a text means in characters: accents, letters, signs, escapes, the end of a line.
 * @returns Nothing for what is no such command: it stays as it is written.
 */
export function lettersAt(text: string, at: number): Written | undefined {
  const next = text[at + 1] ?? '';
  if (next === '\\') {
    const isLineEnd = /^\s/.test(text.charAt(at + 2)) || at + 2 >= text.length;
    return { end: at + 2, text: isLineEnd ? '' : '\\\\' };
  }
  if (Object.hasOwn(escapes, next)) return { end: at + 2, text: escapes[next] ?? '' };
  return accented(text, at) ?? named(text, at);
}

const cjk = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}]/u;

/** `Fig.~1`, `5~GHz`; but `2~3`, `A~C`, `X~N(0,1)`, `周一~周五`, `~10%` and addresses hold a tilde. */
function isTie(text: string, at: number): boolean {
  const before = text[at - 1] ?? ' ';
  const after = text[at + 1] ?? ' ';
  if (cjk.test(before + after)) return false;
  if (/\p{N}/u.test(before)) return /[\p{L}\\{$]/u.test(after);
  if (!/[\p{L}.,:;)}\]$]/u.test(before) || !/[\p{L}\p{N}\\({[$]/u.test(after)) return false;
  const isSymbol = /(?:^|[^\p{L}\p{N}])\p{L}$/u.test(text.slice(Math.max(0, at - 2), at));
  return !isSymbol || !/^\p{L}(?:[^\p{L}]|$)/u.test(text.slice(at + 1, at + 3));
}

/** Dashes and the space that keeps words together, as LaTeX writes them: `--`, `---`, `Fig.~1`. */
export function punctuationAt(text: string, at: number): Written | undefined {
  const before = text[at - 1] ?? ' ';
  if (text[at] === '~') return isTie(text, at) ? { end: at + 1, text: '\u00a0' } : undefined;
  if (before === '-' || !text.startsWith('--', at)) return undefined;
  const length = text[at + 2] === '-' ? 3 : 2;
  const after = text[at + length] ?? ' ';
  if (after === '-' || /\s/.test(before) !== /\s/.test(after)) return undefined;
  return { end: at + length, text: length === 3 ? '—' : '–' };
}
