import type { PaperRecord } from '../../papers/record';
import { withDatabase } from '../database/with-database';
import { glimpsedRange } from './undecided';

/**
 * Every paper that waits for a decision, in no particular order: the new ones, those that a rule mutes included, and
 * those that were but glimpsed; see `countUndecided`.
 * @param now ms since the epoch.
 * @throws StoreError
 */
export async function listWaiting(now: number): Promise<PaperRecord[]> {
  return withDatabase(async (database) => {
    const states = database.transaction('papers').store.index('state');
    const papers = await Promise.all([
      states.getAll(IDBKeyRange.bound(['new'], ['new', []])),
      states.getAll(glimpsedRange(now)),
    ]);
    return papers.flat();
  });
}
