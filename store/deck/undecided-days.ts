import { dayStart, isoDay } from '../../papers/record';
import type { Database } from '../database/connection';
import { withDatabase } from '../database/with-database';
import { glimpsedRange, newRange } from './undecided';

/**
 * The days of the papers that wait for a decision, muted ones left out; see `countUndecided`. Goes from day to
 * day through the index, so that its cost grows with the days and not with the papers.
 * @param now ms since the epoch.
 * @returns ISO days, newest first.
 * @throws StoreError
 */
export async function listUndecidedDays(now: number): Promise<string[]> {
  return withDatabase(async (database) => {
    const days = await Promise.all([
      daysWithin(database, newRange()),
      daysWithin(database, glimpsedRange(now)),
    ]);
    return [...new Set(days.flat())].sort().reverse();
  });
}

async function daysWithin(database: Database, range: IDBKeyRange): Promise<string[]> {
  const states = database.transaction('papers').store.index('state');
  const days: string[] = [];
  let cursor = await states.openKeyCursor(range, 'prev');
  while (cursor) {
    const [state, at] = cursor.key;
    const day = isoDay(at);
    days.push(day);
    const before = dayStart(day);
    if (before <= range.lower[1]) return days;
    const rest = IDBKeyRange.bound(range.lower, [state, before], false, true);
    cursor = await states.openKeyCursor(rest, 'prev');
  }
  return days;
}
