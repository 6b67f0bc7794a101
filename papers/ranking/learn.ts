import type { Traits } from './features';
import { ofYes } from './lessons';
import { chanceOf, dot, voteOf, weigh } from './score';
import { addWeight, fade, type Weights } from './weights';

/** Something that is learned of one paper. */
export interface Lesson {
  readonly paper: Traits;
  /** What the paper was to the reader. */
  readonly likes: boolean;
  /** How much it counts, of 1 for a decision on one paper. */
  readonly counts: number;
  /** Whether the reader decided, rather than passed the paper over. */
  readonly isDecision: boolean;
}

/** How far one lesson goes. */
const step = 6;
const biasStep = 0.1;
const votesStep = 0.02;
/** How much of what was known goes with each lesson: half of it with fourteen hundred. */
const forgetting = 0.0005;
/** How fast what is usual follows. */
const usualStep = 0.02;

/**
 * How far one lesson moves any score at most: by `step` for a paper with the very same words, as both are of length 1,
 * a little for its upvotes and for all papers, and as much again for what fades and for how rare words are then.
 */
export const mostMoved = 2 * step * ofYes;

/**
 * Learns one lesson: a step of logistic regression. What it does to weights depends on them and on the lesson alone,
 * and moves no score further than `mostMoved`.
 */
export function learn(weights: Weights, lesson: Lesson): void {
  const { paper, likes, counts } = lesson;
  if (!(counts > 0)) return;
  const amounts = weigh(weights, paper);
  const vote = voteOf(paper, { votes: weights.usualVotes, stars: weights.usualStars });
  const known =
    weights.bias +
    dot(weights, paper, amounts) +
    weights.votes * vote.votes +
    weights.stars * vote.stars;
  const surprise = (likes ? 1 : 0) - chanceOf(known);
  const goes = surprise * Math.min(ofYes, counts * (likes ? ofYes : 1));
  fade(weights, forgetting * Math.min(1, counts));
  move(weights, paper, amounts, step * goes);
  weights.bias = within(weights.bias + biasStep * goes, 6);
  weights.votes = within(weights.votes + votesStep * goes * vote.votes, 2);
  weights.stars = within(weights.stars + votesStep * goes * vote.stars, 2);
  count(weights, lesson);
}

function move(weights: Weights, { buckets }: Traits, amounts: Float32Array, by: number): void {
  buckets.forEach((bucket, at) => {
    addWeight(weights, bucket, by * (amounts[at] ?? 0));
  });
}

function count(weights: Weights, { paper, likes, counts, isDecision }: Lesson): void {
  weights.papers += 1;
  if (isDecision) weights.decisions += 1;
  if (likes) weights.yes += counts;
  else weights.no += counts;
  for (const word of paper.words) {
    if (word < 0) continue;
    const before = weights.words[word] ?? 0;
    if (before < 65_535) weights.words[word] = before + 1;
  }
  const { upvotes, codeStars } = paper;
  if (upvotes !== undefined)
    weights.usualVotes += usualStep * (Math.log1p(upvotes) - weights.usualVotes);
  if (codeStars !== undefined)
    weights.usualStars += usualStep * (Math.log1p(codeStars) - weights.usualStars);
}

function within(value: number, most: number): number {
  return Math.max(-most, Math.min(most, value));
}
