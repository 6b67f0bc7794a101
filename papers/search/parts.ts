import { asciiKinds, kindOf, kinds } from './characters';
import { greekNames, mostSigns } from './greek';
import { commonStart, pluralKey } from './plural';
import { type Gap, gapAt, gaps, type PreparedText, wordsOf } from './words';

/** A part of what is looked for: a word, or one of those that a hyphen joins. */
export interface Part {
  readonly text: string;
  /** What stands before it, after the part before. */
  readonly gap: Gap;
  /** Where within it letters and digits meet, or letters that are found anywhere: places in its text. */
  readonly seams: ReadonlySet<number>;
  /** What it begins with in singular and plural, and what its forms have in common. See `pluralKey`. */
  readonly start: string;
  readonly key?: string;
}

/** The parts of what is looked for, and whether no letter can follow it: a sign is a whole name. */
export interface Parts {
  readonly parts: readonly Part[];
  readonly isClosed: boolean;
}

/** @param isName Whether no part is the plural of another word. */
export function partsOf(text: string, isName: boolean): Parts {
  const words = wordsOf(text);
  const parts: Part[] = [];
  for (let from = 0; from < words.text.length; ) {
    const part = partAt(words, from, isName);
    parts.push(part);
    from += part.text.length;
  }
  return { parts, isClosed: endsInSign(text) };
}

function partAt(words: PreparedText, from: number, isName: boolean): Part {
  const seams = new Set<number>();
  let to = from + 1;
  for (; to < words.text.length; to += 1) {
    const gap = gapAt(words, to);
    if (gap === gaps.none) continue;
    if (gap !== gaps.tight || !isSeam(words.text, to)) break;
    seams.add(to - from);
  }
  const text = words.text.slice(from, to);
  const gap = gapAt(words, from);
  const key = isName || !/[a-z]{2}$/.test(text) ? undefined : pluralKey(text);
  return { text, gap, seams, start: key === undefined ? text : commonStart(key), ...keyed(key) };
}

function keyed(key: string | undefined): { readonly key?: string } {
  return key === undefined ? {} : { key };
}

/** Whether two characters meet that are parts of one word with nothing between, too. */
function isSeam(text: string, at: number): boolean {
  const [before, after] = [kindAt(text, at - 1), kindAt(text, at)];
  return before !== after || before === kinds.unspaced;
}

function kindAt(text: string, at: number): number {
  const code = text.charCodeAt(at);
  if (code < 128) return asciiKinds[code] ?? 0;
  const low = code >= 0xdc00 && code < 0xe000 ? at - 1 : at;
  return kindOf(String.fromCodePoint(text.codePointAt(low) ?? 0));
}

/** As much Greek as tells signs from a word. */
const greekEnd = new RegExp(`\\p{Script=Greek}{1,${mostSigns + 1}}$`, 'u');

/** "π" is pi, not the beginning of "pixel". */
function endsInSign(text: string): boolean {
  if (/[ -~]$/.test(text)) return false;
  const [run = ''] = greekEnd.exec(text.normalize('NFKD').replace(/\p{M}/gu, '')) ?? [];
  return run !== '' && run.length <= mostSigns && greekNames.has(run.slice(-1).toLowerCase());
}
