import type { Written } from './letters';
import { foundAt } from './tex-patterns';

/** What may stand lower or higher than its line in prose: a letter, a digit, a short name, or what closes a bracket. */
const bases =
  /(?<![\^_])[\p{Lu}\p{N}\p{Script=Greek})\]}]$|(?:^|[^\p{L}\\_/^])\p{L}{1,2}$|\\[a-zA-Z]{1,12}$/u;
const greek = /\p{Script=Greek}$|\\[a-zA-Z]{2,12}$/u;
const braced = /[\^_]\{(?=[^{}]{1,30}\})[-+−*†‡′,.=/()\p{L}\p{N}\s\\^_]+\}/uy;
const raised = /\^(?:-?\d+(?:\.\d+)?|[+*†‡]|\p{L})(?![\p{L}\p{N}_^{])/uy;
const lowered = /_[\p{L}\p{N}](?![\p{L}\p{N}_^{])/uy;

/** Words that stand lower or higher than their line. */
export interface Script {
  readonly kind: 'above' | 'below';
  readonly start: number;
  readonly stop: number;
  readonly end: number;
}

function lengthOf(pattern: RegExp, text: string, at: number): number {
  return foundAt(pattern, text, at)?.[0].length ?? 0;
}

const degree = /\^(?:\\?circ(?![a-zA-Z])|\{\\?circ\})/y;

/** `360^circ` and `30^\circ`, as degrees. */
export function degreeAt(text: string, at: number): Written | undefined {
  const length = /\d$/.test(text.charAt(at - 1)) ? lengthOf(degree, text, at) : 0;
  return length ? { end: at + length, text: '°' } : undefined;
}

/**
 * What stands lower or higher in prose that is written as a formula is, without its dollars: `V_{0.5}`, `T^3`,
 * `10^{-3}`, `\pi_0`. Names of programs are as they are: `top_k`, `file_{id}`.
 */
export function scriptAt(text: string, at: number): Script | undefined {
  const before = text.slice(Math.max(0, at - 14), at);
  if (!bases.test(before)) return undefined;
  const kind = text[at] === '^' ? 'above' : 'below';
  const inBraces = lengthOf(braced, text, at);
  if (inBraces) {
    const end = at + inBraces;
    return { kind, start: at + 2, stop: end - 1, end };
  }
  const isBare = kind === 'above' || greek.test(before);
  const length = isBare ? lengthOf(kind === 'above' ? raised : lowered, text, at) : 0;
  return length ? { kind, start: at + 1, stop: at + length, end: at + length } : undefined;
}
