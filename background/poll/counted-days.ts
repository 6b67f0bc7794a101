import { readOptions } from '../../lib/options';
import { readPollState } from '../../lib/poll-state';
import { dayLength, isoDay } from '../../papers/record';
import { mostDaysBack } from '../../store/days/days';
import { firstDay, oldestDay } from './plan';

/**
 * The oldest day whose papers count as new when a page lists them: the first one of those whose lists are kept. Where
 * the reader has turned off that the site is asked, pages are all there is, and those of a month count.
 * @param now ms since the epoch.
 * @returns An ISO day.
 */
export async function oldestCounted(now: number): Promise<string> {
  const [{ polls }, state] = await Promise.all([readOptions(), readPollState()]);
  if (!polls) return isoDay(now - mostDaysBack * dayLength);
  return oldestDay(state?.since ?? firstDay(now), now);
}
