import { emptyRecord } from '../../papers/merge';
import { parse } from '../../papers/query/parse';
import type { PaperDetails, PaperRecord } from '../../papers/record';
import { bodyOf, headOf } from '../../papers/search/entry';
import { matcherOf } from '../../papers/search/match';
import { gapAt, wordsOf } from '../../papers/search/words';

/** The words of a text with what stands between them: nothing, `-` within a word, a blank, or `|`. */
export function shown(text: string): string {
  const words = wordsOf(text);
  const gap = (at: number) => ['', '-', ' ', '|'][at === 0 ? 0 : gapAt(words, at)] ?? '';
  return words.text.replace(/./gs, (character, at: number) => gap(at) + character);
}

/** How well a saved paper meets a search; 0 when it does not. */
export function scoreOf(
  query: string,
  paper: Partial<PaperRecord>,
  details?: Omit<PaperDetails, 'id'>,
  today = '2026-04-01',
): number {
  const record: PaperRecord = { ...emptyRecord('x:1', 1), state: 'unread', ...paper };
  const all = details && { id: record.id, ...details };
  const entry = { head: headOf(record, all, '', []), body: bodyOf(all, '') };
  return Math.max(0, matcherOf(parse(query).query).score(entry, today));
}
