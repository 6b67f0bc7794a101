import { greekSigns } from './greek';

/** What stands in a text for something else, and where it ends. */
export interface Drawn {
  readonly end: number;
  /** What is drawn in its place; a space or a sign where that is no letter. */
  readonly text: string;
}

const accent =
  /\\(?:["'`^~=.](?=[\p{L}{\\])|[cvuHkrbdt](?![a-zA-Z])\s*(?=[\p{L}{\\]))(?:\{\s*(?:\\([ij])|(\p{L}))\s*\}|\\([ij])(?![a-zA-Z])|(\p{L}))/uy;
const command = /\\([a-zA-Z]+)(?:\{\}|\s*)/y;
const entity = /&(?:#(\d{1,7})|#[xX]([\da-fA-F]{1,6})|([a-zA-Z]{2,8}));/y;
const tag =
  /<\/?(?:(su[bp]|inf)|i|b|em|strong|tt|u|small|scp|italic|bold|span|mml:\w{1,9})\s*\/?>/iy;

/** Commands that draw a letter, each with what it folds to. */
const letters: Readonly<Record<string, string>> = {
  ...{ ss: 'ß', o: 'ø', l: 'ł', ae: 'æ', oe: 'œ', aa: 'å', i: 'i', j: 'j', dh: 'ð', dj: 'đ' },
  ...{ th: 'þ', ng: 'ŋ', imath: 'i', jmath: 'j', ell: 'l' },
  ...{ ast: '*', star: '*', textasteriskcentered: '*', sharp: '#', textsuperscript: '^' },
  ...{ textsubscript: '^' },
};
/** Commands that only say how what follows is set. */
const transparent =
  /^(?:text(?:bf|it|sl|tt|rm|sc|sf|up|md|normal)?|emph|underline|mbox|math(?:bf|it|rm|sf|tt|cal|bb|frak|scr|normal|ring)|bm|boldsymbol|operatorname|[bs]f|it|em|tt|s[lc]|rm|displaystyle|(?:wide)?(?:hat|tilde)|bar|overline|vec|d?dot|left|right|[bB]igg?[lr]?|ensuremath|ce)$/;
/** Commands that draw a sign which is no letter. */
const signs =
  /^(?:cdot|sim|approx|leq?|geq?|neq?|pm|mp|to|rightarrow|leftarrow|in|cup|cap|sum|prod|int|ldots|c?dots|q?quad|textellipsis|textendash|textemdash|textregistered|texttrademark|textdegree|textquote(?:left|right)|textquotedbl(?:left|right)|copyright|circ|dagger|ddagger|dag|ddag|S|P)$/;

const accentNames =
  /^([a-zA-Z]{1,2}?)(?:acute|grave|circ|uml|tilde|cedil|caron|ring|slash|strok|breve|macr|ogon|dot|dblac|lig)$/;
const named: Readonly<Record<string, string>> = {
  ...{ szlig: 'ss', eth: 'd', thorn: 'th', inodot: 'i', imath: 'i', eng: 'ng', kgreen: 'k' },
  ...{
    amp: '&',
    lt: '<',
    gt: '>',
    quot: '"',
    apos: "'",
    nbsp: ' ',
    shy: '\u00ad',
    num: '#',
    infin: '∞',
  },
  ...{ zwj: '\u200d', zwnj: '\u200c', plus: '+', ast: '*', period: '.', comma: ',', hyphen: '-' },
  ...{
    part: '∂',
    radic: '√',
    exist: '∃',
    ndash: '-',
    mdash: '—',
    times: '×',
    hellip: '…',
    deg: '°',
    reg: '',
    trade: '',
    copy: '©',
  },
  ...{ lsquo: "'", rsquo: "'", ldquo: '"', rdquo: '"', ensp: ' ', emsp: ' ', thinsp: ' ' },
  ...{ sup1: '^1', sup2: '^2', sup3: '^3', middot: '·', bull: '•', lowbar: '_', sol: '/' },
};

/**
 * Reads what LaTeX or HTML has a program draw in another way than it is written: accents, letters,
 * Greek, escapes, entities and tags. More is taken for such than is drawn, since a search only asks for the letters.
 * @returns Nothing for what stands for itself.
 */
export function drawnAt(text: string, at: number): Drawn | undefined {
  switch (text[at]) {
    case '\\':
      return accented(text, at) ?? commanded(text, at);
    case '&':
      return entityAt(text, at);
    default:
      return tagAt(text, at);
  }
}

/** A text in the letters that are drawn, without braces and dollars; for names. */
export function drawnText(text: string): string {
  if (!/[\\&<{}$\u00ad\u200b-\u206f\ufeff]/.test(text)) return text;
  let plain = '';
  for (let at = 0; at < text.length; ) {
    const drawn = /[\\&<]/.test(text.charAt(at)) ? drawnAt(text, at) : undefined;
    plain += drawn ? drawn.text : text.charAt(at);
    at = drawn ? drawn.end : at + 1;
  }
  return plain.replace(/[{}$]|(?!\s)\p{Cf}/gu, '');
}

function accented(text: string, at: number): Drawn | undefined {
  const found = matchAt(accent, text, at);
  if (!found) return undefined;
  const [whole, ...bases] = found;
  return { end: at + whole.length, text: bases.find((base) => base !== undefined) ?? '' };
}

function commanded(text: string, at: number): Drawn | undefined {
  const next = text[at + 1] ?? '';
  if (next === '-' || next === '/') return { end: at + 2, text: '' };
  if (/[\\\s,;:!]/.test(next)) return { end: at + 2, text: ' ' };
  if (/[%&_#${}]/.test(next)) return { end: at + 2, text: next };
  const found = matchAt(command, text, at);
  const [whole = '', name = ''] = found ?? [];
  const end = at + whole.length;
  if (name === 'LaTeX' || name === 'TeX') return { end: at + 1 + name.length, text: name };
  const letter = own(letters, name) ?? own(letters, name.toLowerCase());
  if (letter !== undefined) return { end, text: letter };
  if (name === 'infty') return { end, text: '∞' };
  const greek = greekSigns.get(name.toLowerCase().replace(/^var/, ''));
  if (greek) return { end, text: greek };
  if (transparent.test(name)) return { end, text: '' };
  if (name === 'times') return { end, text: '×' };
  return signs.test(name) ? { end, text: '-' } : undefined;
}

function entityAt(text: string, at: number): Drawn | undefined {
  const [whole = '', decimal, hex, name = ''] = matchAt(entity, text, at) ?? [];
  if (!whole) return undefined;
  const end = at + whole.length;
  const code = decimal ? Number(decimal) : hex ? Number.parseInt(hex, 16) : undefined;
  if (code !== undefined)
    return code > 0x10ffff ? undefined : { end, text: String.fromCodePoint(code) };
  const [, base] = accentNames.exec(name) ?? [];
  const drawn =
    own(named, name) ??
    own(named, name.toLowerCase()) ??
    base ??
    greekSigns.get(name.toLowerCase());
  return drawn === undefined ? undefined : { end, text: drawn };
}

function tagAt(text: string, at: number): Drawn | undefined {
  const [whole, raised] = matchAt(tag, text, at) ?? [];
  return whole === undefined ? undefined : { end: at + whole.length, text: raised ? '^' : '' };
}

function own(names: Readonly<Record<string, string>>, name: string): string | undefined {
  return Object.hasOwn(names, name) ? names[name] : undefined;
}

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}
