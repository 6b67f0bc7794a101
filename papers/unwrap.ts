import { limits } from './limits';

const invisible = /\p{Cf}/gu;
const hyphens = /[\u2010-\u2013\u2212]/g;
const entity = /&(?:#(\d{1,6})|#x([\da-f]{1,5})|(amp|lt|gt|quot|apos|nbsp));/gi;
const entities: Readonly<Record<string, string>> = {
  ...{ amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' },
};
/** Signs as wide as ideographs, by those that stand in ids and addresses. */
const wide: Readonly<Record<string, string>> = { '／': '/', '∕': '/', '．': '.' };

/** A field of BibTeX, a command of LaTeX: `doi = {10.1145/…},`, `\url{https://…}`. */
const field = /^\s*\\?[a-z]{2,12}\s*=?\s*[{"]+/i;
/**
 * What is written behind an id or an address in HTML, LaTeX, a wiki, a chat or a string of a program: `</a>`, `">BERT</a>`,
 * `}{BERT}`, `|BERT>`, `\n`. Angles within are of DOIs: `17:15<1661::AID-SIM968>3.0.CO;2-2`.
 */
const markup = /(?:<\/?[a-z][a-z\d]*(?:\s[^<>]*)?\/?>|<\/[a-z]|["|]|\}\{|\\[nrt](?![a-z])).*$/is;
/** Signs and letters of a text around that no id and no address has: `。`, `”`, `论`, a raised `²`. Other digits stay. */
const foreign = String.raw`(?:(?![!-~]|\p{N})[\p{P}\p{S}\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Hang}]|[¹²³⁰-⁹])`;
const before = new RegExp(String.raw`^(?:[\s!-/:-@[-\x60{-~]|${foreign})+`, 'u');
const after = new RegExp(`${foreign}.*$`, 'su');
/** Signs of a sentence, `'s`, and the number of a note. */
const closing = /'s$|\[\^?\d{1,3}(?:, ?\d{1,3})*\]$|[\s.,:;!?'"*`|_~\\^/&=$]$/;
const brackets: Readonly<Record<string, string>> = { ')': '(', ']': '[', '}': '{', '>': '<' };

/**
 * Takes the punctuation of a sentence or of Markdown off what it stands around, and other ways of setting it: an id or an
 * address such as `(https://arxiv.org/abs/2503.02130).` or `[BERT](https://arxiv.org/abs/1810.04805)`.
 * A closing bracket stays when it was opened within, as in `10.1016/S0140-6736(05)67889-2`.
 * @returns An empty string when nothing is left, or for a text too long to be one.
 */
export function unwrap(text: string): string {
  if (text.length > limits.address) return '';
  const plain = text
    .replace(invisible, '')
    .replace(hyphens, '-')
    .replace(entity, drawn)
    .replace(/[／∕．]/g, (sign) => wide[sign] ?? sign)
    .replace(/(?<=[a-z])\s*：\s*/gi, ':');
  const linked = plain.slice(plain.lastIndexOf('](') + 1).split('][')[0] ?? '';
  const bare = linked.replace(field, '').replace(before, '');
  return trimEnd(bare.replace(after, '').replace(markup, ''));
}

function drawn(_: string, decimal?: string, hex?: string, name = ''): string {
  if (name) return entities[name.toLowerCase()] ?? '';
  return String.fromCodePoint(decimal ? Number(decimal) : Number.parseInt(hex ?? '', 16));
}

function trimEnd(text: string): string {
  let rest = text;
  while (closing.test(rest) || isLoose(rest)) rest = rest.replace(/'s$|\[\^?[\d, ]+\]$|.$/su, '');
  return rest;
}

/** Tells whether a text ends in a bracket that it does not open. */
function isLoose(text: string): boolean {
  const last = text.at(-1) ?? '';
  const opener = brackets[last];
  if (opener === undefined) return false;
  return text.split(last).length > text.split(opener).length;
}
