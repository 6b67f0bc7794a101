import { pause } from '../../lib/slices';
import { isUndecided, type PaperId, type PaperState } from '../../papers/paper';
import { type Entry, headOf } from '../../papers/search/entry';
import type { Database } from '../database/connection';
import { withDatabase } from '../database/with-database';
import { recordsOf } from '../records/queries';

/** How many papers are prepared at once, without a pause. */
const sliceSize = 500;

/**
 * Prepares the papers of a state that is not in the list, for a search that asks for it by name; of the
 * undecided ones without those that a rule mutes, as they are counted.
 * Their abstracts are not read: they are many, and nothing is kept prepared of them. Papers of other
 * states are not read at all.
 * @throws StoreError
 */
export async function readUnsaved(state: PaperState): Promise<Entry[]> {
  return withDatabase(async (database) => {
    const entries: Entry[] = [];
    // The keys of muted papers are negative; see `withKeys`.
    const first = isUndecided(state) ? [state, 0] : [state];
    const range = IDBKeyRange.bound(first, [state, []]);
    const ids = await database.getAllKeysFromIndex('papers', 'state', range);
    for (let at = 0; at < ids.length; at += sliceSize) {
      const slice = ids.slice(at, at + sliceSize);
      for (const record of await readSlice(database, slice))
        if (record?.state === state) entries.push({ head: headOf(record, undefined, '', []) });
      if (at + sliceSize < ids.length) await pause();
    }
    return entries;
  });
}

function readSlice(database: Database, ids: readonly PaperId[]) {
  const { store } = database.transaction('papers');
  return Promise.all(ids.map((id) => store.get(id)));
}

/**
 * Prepares papers that a search names by id or alias, in whatever state they are.
 * @throws StoreError
 */
export async function readNamed(ids: readonly PaperId[]): Promise<Entry[]> {
  const records = await recordsOf(ids);
  return records.map((record) => ({ head: headOf(record, undefined, '', []) }));
}
