import { fold } from '../fold';
import { commonWords } from './common-words';

/** How many words a term has: one, two, or three in a row. */
export type TermLength = 1 | 2 | 3;

/** Told of every term of a text. */
export interface TermSink {
  /**
   * @param hash Of the words, as they are folded; 32 bits.
   * @param from Where it begins in the text, and where it ends.
   */
  term(hash: number, length: TermLength, from: number, to: number): void;
}

/** What begins or ends a phrase: brackets wherever they stand, the others where no letter follows. */
const codesOf = (signs: string) => new Set(Array.from(signs, (sign) => sign.charCodeAt(0)));
const breaking = codesOf('.!?;:,()[]{}"“”…|');
const brackets = codesOf('()[]{}');

/**
 * Reads the words of a text, their pairs and their threes, as long as no common word and no end of a phrase
 * stands between them. Signs of scripts without blanks are a word each.
 * @param most How many characters of it are read.
 */
export function readTerms(text: string, sink: TermSink, most: number): void {
  const end = Math.min(text.length, most);
  let one: Word | undefined;
  let two: Word | undefined;
  let at = 0;
  while (at < end) {
    const code = text.charCodeAt(at);
    if (!isLetter(code)) {
      const isEnd = brackets.has(code) || !isLetter(text.charCodeAt(at + 1));
      if (isEnd && breaking.has(code)) one = two = undefined;
      at += 1;
      continue;
    }
    const to = endOfWord(text, at, end);
    const hash = hashWord(text, at, to);
    if (common.has(hash) || (to - at === 1 && code < dense)) one = two = undefined;
    else {
      sink.term(hash, 1, at, to);
      if (two) {
        const pair = joinHashes(two.hash, hash);
        sink.term(pair, 2, two.from, to);
        if (one) sink.term(joinHashes(joinHashes(one.hash, two.hash), hash), 3, one.from, to);
      }
      one = two;
      two = { hash, from: at };
    }
    at = to;
  }
}

/** By their hashes, which are what a text is read in. */
const common = new Set(commonWords.map(hashText));

interface Word {
  readonly hash: number;
  readonly from: number;
}

/** From here on each sign is a word: Han, Kana, Hangul. */
const dense = 0x2e80;
const lastDense = 0xd7ff;

function isLetter(code: number): boolean {
  if (code < 128)
    return (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 48 && code <= 57);
  return code >= 0xc0 && other(code);
}

const letters = new Map<number, boolean>();

function other(code: number): boolean {
  let is = letters.get(code);
  if (is === undefined) {
    is = /[\p{L}\p{N}\p{M}]/u.test(String.fromCharCode(code)) || (code >= 0xd800 && code < 0xe000);
    letters.set(code, is);
  }
  return is;
}

function endOfWord(text: string, from: number, end: number): number {
  let at = from;
  do {
    const code = text.charCodeAt(at);
    at += 1;
    if (code >= dense && code <= lastDense) break;
  } while (at < end && isLetter(text.charCodeAt(at)) && !isDense(text.charCodeAt(at)));
  return at;
}

function isDense(code: number): boolean {
  return code >= dense && code <= lastDense;
}

/** FNV-1a over the folded word, mixed as MurmurHash3 ends. */
function hashWord(text: string, from: number, to: number): number {
  let hash = 0x811c9dc5;
  for (let at = from; at < to; at += 1) {
    const code = text.charCodeAt(at);
    if (code >= 128) return hashText(text.slice(from, to));
    hash = Math.imul(hash ^ (code >= 65 && code <= 90 ? code | 32 : code), 0x01000193);
  }
  return mix(hash);
}

/** The hash of a name, or of a word: 32 bits of its folded form. */
export function hashText(text: string): number {
  const folded = fold(text);
  let hash = 0x811c9dc5;
  for (let at = 0; at < folded.length; at += 1)
    hash = Math.imul(hash ^ folded.charCodeAt(at), 0x01000193);
  return mix(hash);
}

/** The hash of two in this order. */
export function joinHashes(one: number, other: number): number {
  return mix(Math.imul(one, 0x9e3779b1) ^ (other + 0x7f4a7c15));
}

function mix(hash: number): number {
  let mixed = hash ^ (hash >>> 16);
  mixed = Math.imul(mixed, 0x85ebca6b);
  mixed ^= mixed >>> 13;
  mixed = Math.imul(mixed, 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}
