import { accents, greek } from './tex-signs';

const named: Record<string, string> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  hellip: '…',
  ndash: '–',
  mdash: '—',
  lsquo: '‘',
  rsquo: '’',
  ldquo: '“',
  rdquo: '”',
  laquo: '«',
  raquo: '»',
  middot: '·',
  bull: '•',
  reg: '®',
  copy: '©',
  trade: '™',
  sect: '§',
  para: '¶',
  euro: '€',
  pound: '£',
  yen: '¥',
  cent: '¢',
  micro: 'µ',
  plusmn: '±',
  minus: '−',
  divide: '÷',
  frac12: '½',
  frac14: '¼',
  frac34: '¾',
  sup1: '¹',
  sup2: '²',
  sup3: '³',
  times: '×',
  deg: '°',
  ne: '≠',
  le: '≤',
  ge: '≥',
  sim: '∼',
  infin: '∞',
  asymp: '≈',
  larr: '←',
  rarr: '→',
  harr: '↔',
  rArr: '⇒',
  sum: '∑',
  prod: '∏',
  radic: '√',
  isin: '∈',
  oslash: 'ø',
  Oslash: 'Ø',
  lstrok: 'ł',
  Lstrok: 'Ł',
  szlig: 'ß',
  aelig: 'æ',
  AElig: 'Æ',
  oelig: 'œ',
  OElig: 'Œ',
  eth: 'ð',
  ETH: 'Ð',
  thorn: 'þ',
  THORN: 'Þ',
  iexcl: '¡',
  iquest: '¿',
};

/** How the names of letters with an accent end, and the LaTeX command for it. */
const endings: Record<string, string> = {
  acute: "'",
  grave: '`',
  uml: '"',
  circ: '^',
  tilde: '~',
  macr: '=',
  dot: '.',
  cedil: 'c',
  caron: 'v',
  breve: 'u',
  dblac: 'H',
  ogon: 'k',
  ring: 'r',
};

const entity = /&(?:#(\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|([a-zA-Z]{2,10}\d{0,2}));/y;
const letterWithAccent = /^([a-zA-Z])([a-z]+)$/;
/** A sign that can be seen: `&nbsp;` and `&shy;` would leave nothing of what was written. */
const visible = /^[\p{L}\p{N}\p{P}\p{S}]$/u;

function ofCode(code: number): string {
  return code > 0x1f && code <= 0x10ffff ? String.fromCodePoint(code) : '';
}

function ofName(name: string): string {
  if (Object.hasOwn(named, name)) return named[name] ?? '';
  const [, letter = '', ending = ''] = letterWithAccent.exec(name) ?? [];
  if (Object.hasOwn(endings, ending))
    return (letter + (accents[endings[ending] ?? ''] ?? '')).normalize('NFC');
  return Object.hasOwn(greek, name) ? (greek[name] ?? '') : '';
}

/**
 * The character that a reference of HTML stands for, such as `&eacute;` or `&#233;`.
 * @returns Nothing where none stands, for a name that is not known, and for a character that could
 *   not be seen: those stay as they are written.
 */
export function entityAt(
  text: string,
  at: number,
): { readonly end: number; readonly text: string } | undefined {
  entity.lastIndex = at;
  const [whole, decimal, hex, name] = entity.exec(text) ?? [];
  if (!whole) return undefined;
  const found = name
    ? ofName(name)
    : ofCode(decimal ? Number(decimal) : Number.parseInt(hex ?? '', 16));
  return visible.test(found) ? { end: at + whole.length, text: found } : undefined;
}
