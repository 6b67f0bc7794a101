import type { MonthTally } from './month';
import { monthsBetween, pastMonth } from './span';

/** Upvotes of some papers, in the mean. */
interface Votes {
  readonly papers: number;
  /** A paper's upvotes when it was saved, and as seen last; 0 of no papers. */
  readonly atSaving: number;
  readonly now: number;
}

/** Upvotes when papers were saved against those they have now, by month of saving. */
export interface Upvotes extends Votes {
  /** ISO months without a gap, ten years at most. */
  readonly months: readonly (Votes & { readonly month: string })[];
}

/**
 * What became of the upvotes of saved papers.
 * @param today An ISO day on the reader's calendar.
 */
export function upvotesOf(tallies: readonly MonthTally[], today: string): Upvotes {
  const known = tallies.filter(({ upvotes }) => upvotes.papers > 0);
  const byMonth = new Map<string, MonthTally['upvotes']>();
  for (const { month, upvotes } of known) {
    const past = pastMonth(month, today);
    byMonth.set(past, added(byMonth.get(past), upvotes));
  }
  const first = [...byMonth.keys()].sort()[0];
  const months = first === undefined ? [] : monthsBetween(first, today);
  const shown = months.map((month) => ({ month, ...mean(byMonth.get(month)) }));
  const all = months.reduce<MonthTally['upvotes'] | undefined>(
    (total, month) => added(total, byMonth.get(month)),
    undefined,
  );
  return { ...mean(all), months: shown };
}

const none = { papers: 0, atSaving: 0, now: 0 };

function added(
  one: MonthTally['upvotes'] = none,
  other: MonthTally['upvotes'] = none,
): MonthTally['upvotes'] {
  return {
    papers: one.papers + other.papers,
    atSaving: one.atSaving + other.atSaving,
    now: one.now + other.now,
  };
}

function mean({ papers, atSaving, now }: MonthTally['upvotes'] = none): Votes {
  if (papers === 0) return none;
  return { papers, atSaving: atSaving / papers, now: now / papers };
}
