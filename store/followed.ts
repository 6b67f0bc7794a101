import type { PaperRecord } from '../papers/record';
import { connection } from './connection';
import { storeError } from './errors';
import { isTakenOnArrival } from './rule-deeds';
import { countersOf } from './tally';

/**
 * How many papers that a follow rule matches have come since an instant and wait for the reader:
 * new ones, and those that a rule saved as they came.
 * @param from ms since the epoch; what came at it counts.
 * @param now What came later came under a wrong clock, and does not count.
 * @throws StoreError
 */
export async function countFollowedFrom(from: number, now: number): Promise<number> {
  try {
    const range = IDBKeyRange.bound(from, now);
    const records = await (await connection()).getAllFromIndex('papers', 'met', range);
    return records.filter(isWaiting).length;
  } catch (cause) {
    throw storeError(cause);
  }
}

function isWaiting(record: PaperRecord): boolean {
  return countersOf(record).includes('followed') || isTakenOnArrival(record);
}
