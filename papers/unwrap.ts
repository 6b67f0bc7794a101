import { limits } from './limits';

const invisible = /\p{Cf}/gu;
const hyphens = /[\u2010-\u2015\u2212]/g;
const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"' };

/** Signs and letters of a text around that no id and no address has: `。`, `”`, `论`. Digits of any script stay. */
const foreign = String.raw`(?![!-~]|\p{N})[\p{P}\p{S}\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Hang}]`;
const before = new RegExp(String.raw`^(?:[\s!-/:-@[-\x60{-~]|${foreign})+`, 'u');
const after = new RegExp(`${foreign}.*$`, 'su');
const closing = /'s$|[\s.,:;!?'"*`|_~\\^/]$/;
const brackets: Readonly<Record<string, string>> = { ')': '(', ']': '[', '}': '{', '>': '<' };

/**
 * Takes the punctuation of a sentence or of Markdown off what it stands around: an id or an address
 * such as `(https://arxiv.org/abs/2503.02130).` or `[BERT](https://arxiv.org/abs/1810.04805)`.
 * A closing bracket stays when it was opened within, as in `10.1016/S0140-6736(05)67889-2`.
 * @returns An empty string when nothing is left, or for a text too long to be one.
 */
export function unwrap(text: string): string {
  if (text.length > limits.address) return '';
  const plain = text
    .replace(invisible, '')
    .replace(hyphens, '-')
    .replace(/&(amp|lt|gt|quot);/g, (_, name: string) => entities[name] ?? '')
    .replace(/(?<=[a-z])\s*：\s*/gi, ':');
  const linked = plain.slice(plain.lastIndexOf('](') + 1).split('][')[0] ?? '';
  return trimEnd(linked.replace(before, '').replace(after, ''));
}

function trimEnd(text: string): string {
  let rest = text;
  while (closing.test(rest) || isLoose(rest)) rest = rest.replace(/'s$|.$/su, '');
  return rest;
}

/** Tells whether a text ends in a bracket that it does not open. */
function isLoose(text: string): boolean {
  const last = text.at(-1) ?? '';
  const opener = brackets[last];
  if (opener === undefined) return false;
  return text.split(last).length > text.split(opener).length;
}
