import { readOptions } from '../../lib/options';
import { readPollState } from '../../lib/poll-state';
import { readKnown } from '../../store/days/days';
import { listNewDays } from '../../store/days/new-days';
import { countNew } from '../../store/records/queries';
import type { News } from '../../wording/news';

/**
 * Reads what is known of new papers.
 * @param now ms since the epoch.
 * @throws StoreError
 */
export async function readNews(now: number): Promise<News> {
  const [counts, days, known, poll, { polls }] = await Promise.all([
    countNew(),
    listNewDays(),
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
