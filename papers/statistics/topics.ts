import type { MonthTally } from './month';
import { monthsBetween, pastMonth } from './span';

/** A tag or an organisation. */
export interface Topic {
  /** The tag's key, or the organisation's name. */
  readonly key: string;
  readonly total: number;
  /** By month, in the order of `Topics.months`. */
  readonly counts: readonly number[];
}

/** The most frequent tags or organisations, by the month the papers were saved in. */
export interface Topics {
  /** ISO months without a gap, ten years at most. */
  readonly months: readonly string[];
  readonly top: readonly Topic[];
  /** All the others together; absent when there are none. */
  readonly rest?: Omit<Topic, 'key'>;
}

/**
 * The most frequent tags or organisations over time.
 * @param today An ISO day on the reader's calendar.
 * @param most How many are told one by one.
 */
export function topicsOf(
  tallies: readonly MonthTally[],
  part: 'tags' | 'organizations',
  today: string,
  most = 6,
): Topics {
  const kept = tallies.map((tally) => ({ ...tally, month: pastMonth(tally.month, today) }));
  const first = kept.map(({ month }) => month).sort()[0];
  const months = first === undefined ? [] : monthsBetween(first, today);
  const places = new Map(months.map((month, at) => [month, at]));
  const all = new Map<string, number[]>();
  for (const tally of kept) {
    const place = places.get(tally.month);
    if (place === undefined) continue;
    for (const [key, count] of Object.entries(tally[part])) {
      const counts = all.get(key) ?? months.map(() => 0);
      counts[place] = (counts[place] ?? 0) + count;
      all.set(key, counts);
    }
  }
  const ranked = [...all]
    .map(([key, counts]) => ({ key, counts, total: sum(counts) }))
    .sort((one, other) => other.total - one.total || (one.key < other.key ? -1 : 1));
  const others = ranked.slice(most);
  const counts = months.map((_, at) => sum(others.map((topic) => topic.counts[at] ?? 0)));
  const top = ranked.slice(0, most);
  return { months, top, ...(others.length ? { rest: { counts, total: sum(counts) } } : {}) };
}

function sum(counts: readonly number[]): number {
  return counts.reduce((total, count) => total + count, 0);
}
