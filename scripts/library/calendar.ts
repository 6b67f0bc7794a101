const dayLength = 86_400_000;
/** The last day that papers are made for, a Friday, in ms. */
export const lastDay = Date.parse('2026-03-27T00:00:00Z');
/** Ten years of five days a week. */
const weekdays = 2610;

/** The start of the n-th weekday before the last one there is, in ms. */
function weekdayBefore(count: number): number {
  const [weeks, days] = [Math.floor(count / 5), count % 5];
  return lastDay - (weeks * 7 + days) * dayLength;
}

/** When one paper was published and listed. */
export interface PaperDates {
  readonly publishedAt: string;
  readonly dailyAt: string;
  /** ISO day of the digest. */
  readonly day: string;
  /** The start of that day, in ms. */
  readonly dayAt: number;
}

/**
 * Spreads papers evenly over ten years of weekdays, the oldest first; each is listed one to three
 * weekdays after it was published.
 */
export function datesOf(index: number, count: number, delay: number): PaperDates {
  const daysAgo = weekdays - 1 - Math.floor(((index + 0.5) * weekdays) / count);
  const dayAt = weekdayBefore(daysAgo);
  const iso = new Date(dayAt + 3 * 3_600_000 + (index % 3600) * 1000).toISOString();
  const published = new Date(weekdayBefore(daysAgo + delay) + 17 * 3_600_000);
  return { publishedAt: published.toISOString(), dailyAt: iso, day: iso.slice(0, 10), dayAt };
}
