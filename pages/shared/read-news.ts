import { readOptions } from '../../lib/options';
import { readPollState } from '../../lib/poll-state';
import { readKnown } from '../../store/days/days';
import { countUndecided } from '../../store/deck/undecided';
import { listUndecidedDays } from '../../store/deck/undecided-days';
import type { News } from '../../wording/news';

/**
 * Reads what is known of new papers.
 * @param now ms since the epoch.
 * @throws StoreError
 */
export async function readNews(now: number): Promise<News> {
  const [counts, days, known, poll, { polls }] = await Promise.all([
    countUndecided(now),
    listUndecidedDays(now),
    readKnown(now),
    readPollState(),
    readOptions(),
  ]);
  return {
    counts,
    dayCount: days.length,
    ...known,
    ...(poll ? { poll } : {}),
    isAsking: polls,
  };
}
