import type { RankedPaper, Traits } from './features';
import { passedCounts } from './lessons';
import { phraseBuckets, type Weights, worthOf } from './weights';

/** How much more a phrase, or a name, counts than a word that is as rare. */
const ofPhrase = 1.2;
/** How much it matters that something is rare. */
const rarity = 0.8;

/** What is usual among the papers of a day: the mean of log(1 + n). */
export interface Usual {
  readonly votes: number;
  readonly stars: number;
}

/** From how many decisions on it is said what is likely. */
export const enoughDecisions = 30;

/** How likely a paper is for the reader, as it is told. */
export const likelihoods = ['unlikely', 'maybe', 'likely', 'veryLikely'] as const;
export type Likelihood = (typeof likelihoods)[number];

/** How far up a paper stands, from 0 to 3; 0 also where that is not known. */
export function stepOf(likelihood: Likelihood | undefined): 0 | 1 | 2 | 3 {
  return likelihood === undefined ? 0 : (likelihoods.indexOf(likelihood) as 0 | 1 | 2 | 3);
}

/** Whether the reader is told of it. */
export function isTold(likelihood: Likelihood | undefined): boolean {
  return stepOf(likelihood) > 0;
}

/**
 * How much a paper is for the reader: the log odds of keeping it. Before anything was learned papers
 * stand as their upvotes do.
 * @param usual Of its day.
 */
export function scoreOf(weights: Weights, paper: Traits, usual: Usual): number {
  const { votes, stars } = voteOf(paper, usual);
  const said = dot(weights, paper, weigh(weights, paper));
  return weights.bias + said + weights.votes * votes + weights.stars * stars;
}

/** What a score is told as; nothing while too little was learned. */
export function likelihoodOf(
  score: number,
  weights: Pick<Weights, 'decisions' | 'dismissed' | 'yes' | 'no'>,
): Likelihood | undefined {
  if (weights.decisions < enoughDecisions) return undefined;
  const odds = score - heldBack * silenceOf(weights);
  if (odds >= 1) return 'veryLikely';
  if (odds >= 0) return 'likely';
  return odds >= -1.5 ? 'maybe' : 'unlikely';
}

/** By how much a score says too much of a reader who never dismisses, whose every no counted for less than one: in log odds. */
const heldBack = -Math.log(passedCounts);

/** How far the reader's no is to pass over: 1 for one who only ever saves, and 0 for one who dismisses as often as saves, or passes nothing over. */
export function silenceOf({
  dismissed,
  yes,
  no,
}: Pick<Weights, 'dismissed' | 'yes' | 'no'>): number {
  return 1 - Math.min(1, dismissed / (Math.min(yes, no) + 1));
}

/** What is usual among papers. */
export function usualOf(papers: readonly Pick<RankedPaper, 'upvotes' | 'codeStars'>[]): Usual {
  return {
    votes: meanOf(papers.map(({ upvotes }) => upvotes)) ?? 2,
    stars: meanOf(papers.map(({ codeStars }) => codeStars)) ?? 3,
  };
}

function meanOf(numbers: readonly (number | undefined)[]): number | undefined {
  const known = numbers.filter((one) => one !== undefined);
  if (!known.length) return undefined;
  return known.reduce((sum, one) => sum + Math.log1p(Math.max(0, one)), 0) / known.length;
}

/** How far a paper is above what is usual: from -1 to 1, and 0 where it is not known. */
export function voteOf(
  { upvotes, codeStars }: Pick<RankedPaper, 'upvotes' | 'codeStars'>,
  usual: Usual,
): Usual {
  return { votes: above(upvotes, usual.votes), stars: above(codeStars, usual.stars) };
}

function above(count: number | undefined, usual: number): number {
  if (count === undefined) return 0;
  return Math.max(-1, Math.min(1, (Math.log1p(Math.max(0, count)) - usual) / 3));
}

/** How much of each trait a paper has, the rare ones for more: of length 1 all together. */
export function weigh(
  { words: counts, phrases, papers }: Weights,
  { amounts, buckets, words }: Traits,
): Float32Array {
  const weighed = new Float32Array(amounts.length);
  let sum = 0;
  for (let at = 0; at < amounts.length; at += 1) {
    const word = words[at] ?? -1;
    const rare =
      word < 0
        ? rarityOfPhrase(papers, phrases[(buckets[at] ?? 0) % phraseBuckets] ?? 0)
        : rarityOf(papers, counts[word] ?? 0);
    const value = (amounts[at] ?? 0) * rare;
    weighed[at] = value;
    sum += value * value;
  }
  const length = Math.sqrt(sum) || 1;
  for (let at = 0; at < weighed.length; at += 1) weighed[at] = (weighed[at] ?? 0) / length;
  return weighed;
}

/** What a word counts that some of the papers have. */
export function rarityOf(papers: number, count: number): number {
  return Math.max(0, Math.log((papers + 2) / (count + 1))) ** rarity;
}

/** What a phrase or a name counts that some of the papers have. */
export function rarityOfPhrase(papers: number, count: number): number {
  return Math.max(0, ofPhrase * Math.log((papers + 2) / (count + 1))) ** rarity;
}

/** What the weights say of a paper, as it was weighed. */
export function dot(weights: Weights, { buckets }: Traits, amounts: Float32Array): number {
  let sum = 0;
  for (let at = 0; at < buckets.length; at += 1)
    sum += worthOf(weights, buckets[at] ?? 0) * (amounts[at] ?? 0);
  return sum;
}

/** The chance of log odds. */
export function chanceOf(odds: number): number {
  return 1 / (1 + Math.exp(-odds));
}
