import type { Gap } from './emitter';
import { Scanner } from './scanner';
import { type PreparedText, WordWriter } from './words';

/** The words of a text as `wordsOf` makes them, and where each of their characters came from. */
export interface MappedWords extends PreparedText {
  /** For each character of the words, where its original begins and ends in the text. */
  readonly starts: readonly number[];
  readonly ends: readonly number[];
}

/** Does what `wordsOf` does and keeps the way back, for marking what was found in what is shown. */
export function mappedWords(text: string): MappedWords {
  const starts: number[] = [];
  const ends: number[] = [];
  const writer = new WordWriter();
  const scanner = new Scanner({
    take(code: number, gap: Gap, start: number, end: number) {
      writer.take(code, gap);
      starts.push(start);
      ends.push(end);
    },
    extend(end: number) {
      ends[ends.length - 1] = end;
    },
  });
  scanner.read(text);
  return { ...writer.words(), starts, ends };
}
