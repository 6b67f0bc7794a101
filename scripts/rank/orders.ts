import { type RankedPaper, TraitReader, type Traits } from '../../papers/ranking/features';
import { learn } from '../../papers/ranking/learn';
import { passedCounts } from '../../papers/ranking/lessons';
import { likelihoodOf, scoreOf, stepOf, usualOf } from '../../papers/ranking/score';
import { freshWeights } from '../../papers/ranking/weights';
import { Random } from '../library/random';
import type { Day, DayPaper } from './days';

/** Something that orders a day's papers, and is told what became of them. */
export interface Order {
  /** The log odds, or whatever else: the highest first. */
  score(paper: DayPaper, day: Day): number;
  /** Whether a paper of a score is told likely; one of even odds is, unless said otherwise. */
  isLikely?(score: number): boolean;
  /** @param saves Nothing of a paper that was passed over. */
  learn(paper: DayPaper, saves: boolean | undefined): void;
}

const reader = new TraitReader();
const known = new WeakMap<RankedPaper, Traits>();

/** What there is of a paper; read once for all readers. */
export function traitsOf({ paper }: DayPaper): Traits {
  const traits = known.get(paper) ?? reader.read(paper);
  known.set(paper, traits);
  return traits;
}

/** The ranker of this repository. */
export function ranker() {
  const weights = freshWeights();
  return {
    weights,
    score: (paper: DayPaper, day: Day) =>
      scoreOf(weights, traitsOf(paper), usualOf(day.map((one) => one.paper))),
    isLikely: (score: number) => stepOf(likelihoodOf(score, weights)) >= stepOf('likely'),
    learn(paper: DayPaper, saves: boolean | undefined) {
      const isDecision = saves !== undefined;
      const counts = isDecision ? 1 : passedCounts;
      learn(weights, { paper: traitsOf(paper), likes: saves === true, counts, isDecision });
    },
  } satisfies Order & { readonly weights: unknown };
}

/** By chance. */
export function byChance(seed: number): Order {
  const random = new Random(seed, 3);
  return { score: () => random.fraction(), learn: () => undefined };
}

/** As the site does. */
export function byUpvotes(): Order {
  return { score: ({ paper }) => paper.upvotes ?? 0, learn: () => undefined };
}
