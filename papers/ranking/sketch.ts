import type { Traits } from './features';
import { PackedScorer, packTraits } from './packed';
import { weigh } from './score';
import { buckets, type Weights } from './weights';

/** How many terms say what a paper is about: enough to find what may be like it, where two are then compared in full. */
const mostTerms = 32;

/**
 * The terms of a paper that say most of it, packed as `packTraits` does; an eighth of all, so that every paper of a large list can be
 * looked through at once.
 * @param weights Tell what is rare.
 */
export function sketchOf(weights: Weights, traits: Traits): Uint32Array {
  const amounts = weigh(weights, traits);
  const strongest = Array.from(amounts.keys())
    .sort((one, other) => Math.abs(amounts[other] ?? 0) - Math.abs(amounts[one] ?? 0))
    .slice(0, mostTerms);
  const terms = packTraits(traits);
  return Uint32Array.from(strongest, (at) => terms[at] ?? 0);
}

/** Tells of sketches roughly how much their papers are like one. */
export function sketchedLikenessTo(weights: Weights, one: Traits): (sketch: Uint32Array) => number {
  const amounts = weigh(weights, one);
  const says = new Float32Array(buckets);
  one.buckets.forEach((bucket, at) => {
    says[bucket] = amounts[at] ?? 0;
  });
  const scorer = new PackedScorer(weights, says);
  return (sketch) => scorer.share(sketch);
}
