import type { Query } from '../query/query';
import { mappedWords } from './offsets';
import { findPattern, isEmpty, type Pattern } from './pattern';
import { patternsOf } from './patterns';
import { wordsOf } from './words';

/** A part of a text to be marked: from `start` up to, but not including, `end`. */
export interface Mark {
  readonly start: number;
  readonly end: number;
}

/** A line of a longer text, with what was found in it. */
export interface MarkedLine {
  readonly text: string;
  readonly marks: readonly Mark[];
}

/** The longest line, in characters. */
export const lineLength = 160;

/** The words and phrases that a query looks for, ready for `marksIn` and `lineIn`. */
export function wantedBy(query: Query): Pattern[] {
  return [...patternsOf(query)]
    .filter(([{ not }, pattern]) => !not && !isEmpty(pattern))
    .map(([, pattern]) => pattern);
}

/**
 * Where the words are in a text as it is shown.
 * @returns In order, not overlapping, in the offsets of `text` itself.
 */
export function marksIn(text: string, wanted: readonly Pattern[]): Mark[] {
  const words = mappedWords(text);
  const found: Mark[] = [];
  for (const pattern of new Set(wanted.flatMap((one) => [one, ...one.others]))) {
    for (let one = findPattern(words, pattern); one; one = findPattern(words, pattern, one.end)) {
      const [start, end] = [words.starts[one.at] ?? 0, words.ends[one.end - 1] ?? text.length];
      found.push({ start, end });
    }
  }
  return merged(found);
}

/** The words that a text does not hold; a line of another text may show them. */
export function missingIn(text: string, wanted: readonly Pattern[]): Pattern[] {
  const words = wordsOf(text);
  return wanted.filter((pattern) =>
    [pattern, ...pattern.others].every((one) => !findPattern(words, one)),
  );
}

/**
 * The sentence in which a word is found first, cut to `lineLength`.
 * @returns `undefined` when the text holds none of them.
 */
export function lineIn(text: string, wanted: readonly Pattern[]): MarkedLine | undefined {
  const all = marksIn(text, wanted);
  const first = all[0];
  if (!first) return undefined;
  const { start, end } = windowAround(text, first);
  const [before, after] = [isCut(text, start, -1) ? '…' : '', isCut(text, end, 1) ? '…' : ''];
  const shift = before.length - start;
  const marks = all
    .filter((mark) => mark.start < end)
    .map((mark) => ({ start: mark.start + shift, end: Math.min(mark.end, end) + shift }));
  return { text: before + text.slice(start, end).replace(/\s/g, ' ') + after, marks };
}

function merged(marks: readonly Mark[]): Mark[] {
  const result: Mark[] = [];
  for (const mark of marks.toSorted((one, other) => one.start - other.start)) {
    const last = result.at(-1);
    if (!last || mark.start > last.end) result.push(mark);
    else if (mark.end > last.end) result[result.length - 1] = { start: last.start, end: mark.end };
  }
  return result;
}

const sentenceEnd = /[.!?]\s+|[。！？]|\n+/g;

/** The sentence around a mark; a long one only from some words before the mark on. */
function windowAround(text: string, mark: Mark): Mark {
  let [start, end] = [0, text.trimEnd().length];
  for (const found of text.matchAll(sentenceEnd)) {
    const next = found.index + found[0].length;
    if (next <= mark.start) start = next;
    else if (found.index >= mark.end) {
      end = found.index + found[0].trimEnd().length;
      break;
    }
  }
  const room = lineLength - 2;
  if (mark.end - start > room * 0.75)
    start = wordFrom(text, Math.max(start, mark.start - 60), mark.start);
  return end - start > room ? { start, end: wordUpTo(text, start + room, mark) } : { start, end };
}

/** The first beginning of a word from a place on, at the latest at the mark. */
function wordFrom(text: string, from: number, latest: number): number {
  const space = text.indexOf(' ', from);
  return space !== -1 && space < latest ? space + 1 : whole(text, Math.min(from, latest));
}

/** The last end of a word up to a place; within the word when there is none after the mark. */
function wordUpTo(text: string, to: number, mark: Mark): number {
  const space = text.lastIndexOf(' ', to);
  return space > mark.end ? space : whole(text, to);
}

/** Never between the halves of a surrogate pair. */
function whole(text: string, at: number): number {
  return /[\uDC00-\uDFFF]/.test(text[at] ?? '') ? at - 1 : at;
}

/** Whether something of the sentence is left out beyond a place. */
function isCut(text: string, at: number, direction: 1 | -1): boolean {
  const [before, after] = [text.slice(0, at), text.slice(at)];
  if ((direction === 1 ? after : before).trim() === '') return false;
  const words = before.trimEnd();
  const [last, gap] = [words.slice(-1), before.slice(words.length)];
  const endsAlone = direction === 1 || gap !== '';
  const isEnd =
    gap.includes('\n') || '。！？'.includes(last) || (endsAlone && '.!?'.includes(last));
  return !isEnd && !(direction === 1 && after.startsWith('\n'));
}
