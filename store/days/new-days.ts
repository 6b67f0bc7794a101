import { dayStart, isoDay } from '../../papers/record';
import { withDatabase } from '../database/with-database';

/**
 * The days that have new papers, muted ones left out. Goes from day to day through the index, so that
 * its cost grows with the days and not with the papers.
 * @returns ISO days, newest first.
 * @throws StoreError
 */
export async function listNewDays(): Promise<string[]> {
  return withDatabase(async (database) => {
    const states = database.transaction('papers').store.index('state');
    const days: string[] = [];
    let cursor = await states.openKeyCursor(IDBKeyRange.bound(['new', 0], ['new', []]), 'prev');
    while (cursor) {
      const day = isoDay(cursor.key[1]);
      days.push(day);
      const before = IDBKeyRange.bound(['new', 0], ['new', dayStart(day)], false, true);
      cursor = await states.openKeyCursor(before, 'prev');
    }
    return days;
  });
}
