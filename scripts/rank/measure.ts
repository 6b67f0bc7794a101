import type { Day, DayPaper } from './days';
import type { Order } from './orders';
import { isRelevant, type Reader } from './readers';

/** How well the papers of a day were ordered for a reader, and what was told of them. */
export interface DayResult {
  /** From 0. */
  readonly day: number;
  /** Normalised discounted cumulative gain of the first ten; see https://en.wikipedia.org/wiki/Discounted_cumulative_gain. */
  readonly gain: number;
  /** How many papers were told likely, and how many of those were relevant. */
  readonly likely: number;
  readonly kept: number;
}

/**
 * Has a reader go through all days, each ordered before anything of it was decided.
 * @returns Of every day that has anything for the reader, from the sixth on.
 */
export function goThrough(days: readonly Day[], reader: Reader, order: Order): DayResult[] {
  const results: DayResult[] = [];
  for (const [at, day] of days.entries()) {
    const relevant = (paper: DayPaper) => isRelevant(paper, reader.likesOn(at));
    if (at >= 5) {
      const scored = day
        .map((paper) => ({ paper, score: order.score(paper, day) }))
        .sort((one, other) => other.score - one.score);
      const likely = scored.filter(({ score }) => order.isLikely?.(score) ?? score >= 0);
      const gain = gainOf(scored.map(({ paper }) => relevant(paper)));
      if (gain !== undefined)
        results.push({
          ...{ day: at, gain, likely: likely.length },
          kept: likely.filter(({ paper }) => relevant(paper)).length,
        });
    }
    for (const paper of day) order.learn(paper, reader.decide(paper, at));
  }
  return results;
}

function gainOf(relevant: readonly boolean[]): number | undefined {
  const count = relevant.filter(Boolean).length;
  if (!count) return undefined;
  const gain = (all: readonly boolean[]) =>
    all.slice(0, 10).reduce((sum, is, at) => sum + (is ? 1 / Math.log2(at + 2) : 0), 0);
  return gain(relevant) / gain(relevant.map((_, at) => at < count));
}

/** The mean gain of the days from one up to another; NaN where there are none. */
export function meanGain(results: readonly DayResult[], from: number, to: number): number {
  const gains = results.filter(({ day }) => day >= from && day < to).map(({ gain }) => gain);
  return gains.reduce((sum, gain) => sum + gain, 0) / gains.length;
}
