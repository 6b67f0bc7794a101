import { inSlices } from '../../lib/slices';
import type { PaperId, PaperState } from '../../papers/paper';
import { isMuted } from '../../papers/record';
import { type Entry, headOf } from '../../papers/search/entry';
import { connection } from '../database/connection';
import { storeError } from '../database/errors';
import { recordsOf } from '../records/queries';

const pageSize = 1000;

/**
 * Prepares the papers of a state that is not in the list, for a search that asks for it by name; of the
 * undecided ones without those that a rule mutes, as they are counted.
 * Their abstracts are not read: they are many, and nothing is kept prepared of them.
 * @throws StoreError
 */
export async function readUnsaved(state: PaperState): Promise<Entry[]> {
  try {
    const database = await connection();
    const entries: Entry[] = [];
    let after = '';
    for (let isMore = true; isMore; ) {
      const range = IDBKeyRange.lowerBound(after, true);
      const papers = await database.getAll('papers', range, pageSize);
      await inSlices(papers.length, (from, to) => {
        for (const record of papers.slice(from, to))
          if (record.state === state && !isMuted(record))
            entries.push({ head: headOf(record, undefined, '', []) });
      });
      after = papers.at(-1)?.id ?? after;
      isMore = papers.length === pageSize;
    }
    return entries;
  } catch (cause) {
    throw storeError(cause);
  }
}

/**
 * Prepares papers that a search names by id or alias, in whatever state they are.
 * @throws StoreError
 */
export async function readNamed(ids: readonly PaperId[]): Promise<Entry[]> {
  const records = await recordsOf(ids);
  return records.map((record) => ({ head: headOf(record, undefined, '', []) }));
}
