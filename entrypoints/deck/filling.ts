import { dayOf } from '../../papers/days';
import { isoDay } from '../../papers/record';
import { isFilling, readDays } from '../../store/days';

/** How far back the newest list may be, in ms: over a long weekend. */
const span = 5 * 86_400_000;

/**
 * The newest day with a list that is known, if papers may still come to it.
 * @param now ms since the epoch.
 * @returns An ISO day.
 * @throws StoreError
 */
export async function readFilling(now: number): Promise<string | undefined> {
  const days = await readDays(isoDay(now - span), dayOf(Math.floor(now / 86_400_000) + 1));
  const newest = days.at(-1);
  return newest && isFilling(newest, now) ? newest.day : undefined;
}
