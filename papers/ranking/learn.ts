import type { Traits } from './features';
import { ofYes } from './lessons';
import { chanceOf, dot, silenceOf, voteOf, weigh } from './score';
import {
  addWeight,
  countPaper,
  fade,
  mostWeight,
  sparsity,
  type Weights,
  weightOf,
  worthOfWeight,
} from './weights';

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

/** How far one lesson goes where nothing is known yet of what the paper has. */
const step = 5;
/** How much of a surprise one lesson makes up for: no more than so many log odds of a whole one. */
const mostMadeUp = 5;
const biasStep = 0.5;
const votesStep = 0.02;
/** Readers err, and interests do not end at one paper: nobody is sure of a yes, or of a no. */
const [sureYes, sureNo] = [0.95, 0.02];
/** How much of what was known goes with each lesson: half of it with two thousand. */
const forgetting = 0.0003;
/** How fast what is usual follows. */
const usualStep = 0.02;
/** How far what the terms count may go at once: as the amounts of a paper are of length 1, no score can go further by it. */
const furthest = 10;

/**
 * How far one lesson moves any score at most: by `furthest` for a paper with the very same words,
 * a little for its upvotes and for all papers, and as much again for what fades and for how rare words are then.
 */
export const mostMoved = 2 * furthest;

/**
 * Learns one lesson: a step of logistic regression, by which what counts already moves faster than what counts
 * nothing (see `sparsity`). What it does to weights depends on them and on the lesson alone,
 * and moves no score further than `mostMoved`.
 */
export function learn(weights: Weights, lesson: Lesson): void {
  const { paper, likes } = lesson;
  const counts = lesson.counts * (lesson.isDecision ? 1 : ofPassing(weights));
  if (!(counts > 0)) return;
  const amounts = weigh(weights, paper);
  const vote = voteOf(paper, { votes: weights.usualVotes, stars: weights.usualStars });
  const known =
    weights.bias +
    dot(weights, paper, amounts) +
    weights.votes * vote.votes +
    weights.stars * vote.stars;
  const surprise = (likes ? sureYes : sureNo) - chanceOf(known);
  const goes = surprise * Math.min(ofYes, counts * (likes ? ofYes : 1));
  fade(weights, forgetting * Math.min(1, counts));
  move(weights, paper, amounts, goes);
  weights.bias = within(weights.bias + biasStep * goes, 6);
  weights.votes = within(weights.votes + votesStep * goes * vote.votes, 2);
  weights.stars = within(weights.stars + votesStep * goes * vote.stars, 2);
  count(weights, { ...lesson, counts });
}

/** Who never dismisses says no by passing over; of who dismisses as often as saves it says little that nothing was said yet. */
function ofPassing(weights: Weights): number {
  return 1 / (1 + 5 * (1 - silenceOf(weights)));
}

/** Moves the weights of a paper's terms, by less the more of them count already, so that its score is not moved too far. */
function move(weights: Weights, { buckets }: Traits, amounts: Float32Array, goes: number): void {
  const known = Float64Array.from(buckets, (bucket) => weightOf(weights, bucket));
  let pull = 0;
  known.forEach((weight, at) => {
    pull += (amounts[at] ?? 0) ** 2 * Math.cosh(weight);
  });
  let by = (step * goes) / (1 + (step * pull) / mostMadeUp) / sparsity;
  while (lengthOf(known, amounts, by) > furthest) by *= 0.7;
  buckets.forEach((bucket, at) => {
    addWeight(weights, bucket, by * (amounts[at] ?? 0));
  });
}

/** How far what the terms count would go. */
function lengthOf(known: Float64Array, amounts: Float32Array, by: number): number {
  let squares = 0;
  known.forEach((weight, at) => {
    const then = within(weight + by * (amounts[at] ?? 0), mostWeight);
    squares += (worthOfWeight(then) - worthOfWeight(weight)) ** 2;
  });
  return Math.sqrt(squares);
}

function count(weights: Weights, { paper, likes, counts, isDecision }: Lesson): void {
  countPaper(weights, paper.buckets, paper.words);
  if (isDecision) weights.decisions += 1;
  if (likes) weights.yes += counts;
  else weights.no += counts;
  if (isDecision && !likes) weights.dismissed += counts;
  const { upvotes, codeStars } = paper;
  if (upvotes !== undefined)
    weights.usualVotes += usualStep * (Math.log1p(upvotes) - weights.usualVotes);
  if (codeStars !== undefined)
    weights.usualStars += usualStep * (Math.log1p(codeStars) - weights.usualStars);
}

function within(value: number, most: number): number {
  return Math.max(-most, Math.min(most, value));
}
