/** Characters that stand for a LaTeX command, and where the command ends. */
export interface Written {
  readonly end: number;
  readonly text: string;
}

const marks: Record<string, string> = {
  "'": '\u0301',
  '`': '\u0300',
  '"': '\u0308',
  '^': '\u0302',
  '~': '\u0303',
  '=': '\u0304',
  '.': '\u0307',
  c: '\u0327',
  v: '\u030c',
  u: '\u0306',
  H: '\u030b',
  k: '\u0328',
  r: '\u030a',
  b: '\u0331',
  d: '\u0323',
};

/** Letters of their own; LaTeX takes the space after such a command for its end. */
const letters: Record<string, string> = {
  ss: 'ß',
  o: 'ø',
  O: 'Ø',
  l: 'ł',
  L: 'Ł',
  ae: 'æ',
  AE: 'Æ',
  oe: 'œ',
  OE: 'Œ',
  aa: 'å',
  AA: 'Å',
  i: 'ı',
  j: 'ȷ',
};

const symbols: Record<string, string> = {
  LaTeX: 'LaTeX',
  TeX: 'TeX',
  ldots: '…',
  dots: '…',
  textellipsis: '…',
  textendash: '–',
  textemdash: '—',
  textasciitilde: '~',
  textbackslash: '\\',
  textquoteleft: '‘',
  textquoteright: '’',
  textquotedblleft: '“',
  textquotedblright: '”',
  textdegree: '°',
  textregistered: '®',
  texttrademark: '™',
  copyright: '©',
  pounds: '£',
  S: '§',
  P: '¶',
};

const escapes: Record<string, string> = {
  '%': '%',
  '&': '&',
  _: '_',
  '#': '#',
  $: '$',
  '{': '{',
  '}': '}',
  ' ': ' ',
  ',': '\u202f',
  '-': '',
};

const accent =
  /\\(?:(['`"^~=.])|([cvuHkrbd])(?=[\s{])\s?)(?:\{(?:\\([ij])|(\p{L}))\}|\\([ij])(?![a-zA-Z])|(\p{L}))/uy;
const command = /\\([a-zA-Z]+)(\{\}|\s?)/y;

/** `it\'s` and `\"so\"` are quotes that a program escaped, not accents. */
function isEscapedQuote(text: string, at: number, end: number): boolean {
  const before = /\p{L}$/u.test(text.slice(Math.max(0, at - 2), at));
  if (text.startsWith("\\'s", at)) return before && !/^\p{L}/u.test(text.slice(end, end + 2));
  return text[at + 1] === '"' && !before && /\\"(?![\p{L}{\\])/u.test(text.slice(end, end + 200));
}

function accented(text: string, at: number): Written | undefined {
  accent.lastIndex = at;
  const found = accent.exec(text);
  if (!found || isEscapedQuote(text, at, accent.lastIndex)) return undefined;
  const [, sign, name, dotless, braced, bareDotless, bare] = found;
  const base = dotless ?? braced ?? bareDotless ?? bare ?? '';
  const joined = (base + marks[sign ?? name ?? '']).normalize('NFC');
  return [...joined].length === 1 ? { end: at + found[0].length, text: joined } : undefined;
}

function named(text: string, at: number): Written | undefined {
  command.lastIndex = at;
  const [whole = '', name = '', after = ''] = command.exec(text) ?? [];
  if (Object.hasOwn(letters, name)) return { end: at + whole.length, text: letters[name] ?? '' };
  if (!Object.hasOwn(symbols, name)) return undefined;
  const space = after === '{}' ? '' : after;
  return { end: at + whole.length, text: symbols[name] + space };
}

/**
 * What a backslash in a text means in characters: accents, letters, signs and escapes.
 * @returns Nothing for what is no such command: it stays as it is written.
 */
export function lettersAt(text: string, at: number): Written | undefined {
  const next = text[at + 1] ?? '';
  if (next === '\\') return { end: at + 2, text: '\\\\' };
  if (Object.hasOwn(escapes, next)) return { end: at + 2, text: escapes[next] ?? '' };
  return accented(text, at) ?? named(text, at);
}

/** Dashes and the space that keeps words together, as LaTeX writes them: `--`, `---`, `Fig.~1`. */
export function punctuationAt(text: string, at: number): Written | undefined {
  const before = text[at - 1] ?? ' ';
  if (text[at] === '~') {
    const isBetween =
      /[\p{L}.,:;)}\]]/u.test(before) && /[\p{L}\p{N}\\($[]/u.test(text[at + 1] ?? '');
    return isBetween ? { end: at + 1, text: '\u00a0' } : undefined;
  }
  if (before === '-' || !text.startsWith('--', at)) return undefined;
  const length = text[at + 2] === '-' ? 3 : 2;
  const after = text[at + length] ?? ' ';
  if (after === '-' || /\s/.test(before) !== /\s/.test(after)) return undefined;
  return { end: at + length, text: length === 3 ? '—' : '–' };
}
