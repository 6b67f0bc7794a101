import type { Traits } from './features';
import { weigh } from './score';
import type { Weights } from './weights';

/** Below this two papers have no more in common than any two. */
export const leastAlike = 0.06;

/**
 * Compares papers with one: by the words, pairs of words and names that both have, the rare ones for more.
 * @param weights Tell what is rare; of what was learned of the reader nothing else counts.
 * @returns How much another paper is like it, from 0 to 1.
 */
export function likenessTo(weights: Weights, one: Traits): (other: Traits) => number {
  const own = new Map<number, number>();
  const amounts = weigh(weights, one);
  one.buckets.forEach((bucket, at) => {
    own.set(bucket, amounts[at] ?? 0);
  });
  return (other) => {
    const theirs = weigh(weights, other);
    let sum = 0;
    for (let at = 0; at < other.buckets.length; at += 1) {
      const mine = own.get(other.buckets[at] ?? -1);
      if (mine !== undefined) sum += mine * (theirs[at] ?? 0);
    }
    return sum;
  };
}
