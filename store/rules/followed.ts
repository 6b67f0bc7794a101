import { newTime } from '../../papers/past';
import { withDatabase } from '../database/with-database';
import { countersOf } from '../derived/tally';
import { isTakenOnArrival } from './acting';

/** How many papers that a follow rule matches wait for the reader. */
export interface Followed {
  readonly new: number;
  /** Saved by a rule as they came. */
  readonly saved: number;
}

/**
 * Counts the papers that a follow rule matches, that have come since an instant and that wait for the
 * reader.
 * @param from ms since the epoch; what came at it counts, but nothing that is too old to be new.
 * @param now What came later came under a wrong clock, and does not count.
 * @throws StoreError
 */
export async function countFollowedFrom(from: number, now: number): Promise<Followed> {
  return withDatabase(async (database) => {
    const range = IDBKeyRange.bound(Math.min(now, Math.max(from, now - newTime)), now);
    const records = await database.getAllFromIndex('papers', 'met', range);
    return {
      new: records.filter((record) => countersOf(record).includes('followed')).length,
      saved: records.filter(isTakenOnArrival).length,
    };
  });
}
