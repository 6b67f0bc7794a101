import { dayLength, dayStart, isoDay } from '../../papers/record';
import { withDatabase } from '../database/with-database';
import { mostDaysBack } from '../days/days';
import type { NewCounts } from '../records/queries';

/** How many papers wait for a decision; those that a rule mutes are in `muted` alone. */
export interface UndecidedCounts extends NewCounts {
  /** Seen and undecided: glimpsed on a page, neither put off nor older than news. */
  readonly seen: number;
}

/**
 * The first day whose papers still wait for a decision when they were but glimpsed: older ones are no news.
 * @param now ms since the epoch.
 * @returns In ms since the epoch.
 */
export function oldestGlimpsed(now: number): number {
  return dayStart(isoDay(now - mostDaysBack * dayLength));
}

/**
 * How many papers wait for a decision, for badge, popup, bar and deck alike. Said with `undecidedWords`.
 * @param now ms since the epoch.
 * @throws StoreError
 */
export function countUndecided(now: number): Promise<UndecidedCounts> {
  return withDatabase(async (database) => {
    const transaction = database.transaction(['counters', 'papers']);
    const counters = transaction.objectStore('counters');
    const [all = 0, muted = 0, followed = 0, seen] = await Promise.all([
      counters.get('new'),
      counters.get('muted'),
      counters.get('followed'),
      transaction.objectStore('papers').index('state').count(glimpsedRange(now)),
    ]);
    return { new: all - muted, muted, followed, seen };
  });
}

/** The index keys of the new papers; those of muted ones are negative, see `withKeys`. */
export function newRange(): IDBKeyRange {
  return IDBKeyRange.bound(['new', 0], ['new', []]);
}

/**
 * The index keys of the papers that were glimpsed and wait for a decision.
 * @param now ms since the epoch.
 */
export function glimpsedRange(now: number): IDBKeyRange {
  return IDBKeyRange.bound(['seen', oldestGlimpsed(now)], ['seen', []]);
}
