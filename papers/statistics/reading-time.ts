import type { MonthTally } from './month';

const bounds = [0, 2, 7, 30, 90, Number.POSITIVE_INFINITY];

/** How many papers took so many days from being saved to being read, both bounds included. */
interface Bucket {
  readonly from: number;
  /** Infinite in the last one. */
  readonly to: number;
  readonly papers: number;
}

/** How long papers wait until they are read. */
export interface ReadingTime {
  readonly papers: number;
  readonly buckets: readonly Bucket[];
  /** The days within which a quarter, half and three quarters of them were read. */
  readonly quartiles?: readonly [number, number, number];
}

/** The time from saving to reading, over all that was read. */
export function readingTimeOf(months: readonly MonthTally[]): ReadingTime {
  const byDays = new Map<number, number>();
  for (const [days, count] of months.flatMap(({ delays }) => Object.entries(delays)))
    byDays.set(Number(days), (byDays.get(Number(days)) ?? 0) + count);
  const delays = [...byDays].sort(([one], [other]) => one - other);
  const papers = delays.reduce((total, [, count]) => total + count, 0);
  const buckets = bounds.map((to, at) => {
    const from = at === 0 ? 0 : (bounds[at - 1] ?? 0) + 1;
    const within = delays.filter(([days]) => days >= from && days <= to);
    return { from, to, papers: within.reduce((total, [, count]) => total + count, 0) };
  });
  if (papers === 0) return { papers, buckets };
  const quartiles = [
    quantile(delays, papers / 4),
    quantile(delays, papers / 2),
    quantile(delays, (papers * 3) / 4),
  ] as const;
  return { papers, buckets, quartiles };
}

/** The fewest days within which at least so many papers were read. */
function quantile(delays: readonly (readonly [number, number])[], wanted: number): number {
  let reached = 0;
  for (const [days, count] of delays) {
    reached += count;
    if (reached >= wanted) return days;
  }
  return 0;
}
