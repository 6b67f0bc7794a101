import { inSlices } from '../../lib/slices';
import type { PaperId, PaperState } from '../../papers/paper';
import { isMuted } from '../../papers/record';
import { type Entry, headOf } from '../../papers/search/entry';
import { pagesOf } from '../database/pages';
import { withDatabase } from '../database/with-database';
import { recordsOf } from '../records/queries';

const pageSize = 1000;

/**
 * Prepares the papers of a state that is not in the list, for a search that asks for it by name; of the
 * undecided ones without those that a rule mutes, as they are counted.
 * Their abstracts are not read: they are many, and nothing is kept prepared of them.
 * @throws StoreError
 */
export async function readUnsaved(state: PaperState): Promise<Entry[]> {
  return withDatabase(async (database) => {
    const entries: Entry[] = [];
    for await (const papers of pagesOf(
      (range, most) => database.getAll('papers', range, most),
      ({ id }) => id,
      pageSize,
    ))
      await inSlices(papers.length, (from, to) => {
        for (const record of papers.slice(from, to))
          if (record.state === state && !isMuted(record))
            entries.push({ head: headOf(record, undefined, '', []) });
      });
    return entries;
  });
}

/**
 * Prepares papers that a search names by id or alias, in whatever state they are.
 * @throws StoreError
 */
export async function readNamed(ids: readonly PaperId[]): Promise<Entry[]> {
  const records = await recordsOf(ids);
  return records.map((record) => ({ head: headOf(record, undefined, '', []) }));
}
