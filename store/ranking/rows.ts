import type { PaperId } from '../../papers/paper';
import type { Reason } from '../../papers/ranking/reasons';
import type { Likelihood } from '../../papers/ranking/score';

/** What was learned of the decisions; see `learnDecisions`. */
export interface Learned {
  /** See `packWeights`. */
  readonly weights: Uint8Array;
  /** The number of the last decision that was learned from. */
  readonly upTo: number;
  /** Changes with each lesson, so that of two who learn at once one begins again. */
  readonly generation: number;
  /** Decisions before this are not learned from, in ms; see `forgetBefore`. */
  readonly since?: number;
  /** From how many decisions the scores are that were made last; absent while there are none. */
  readonly scored?: number;
}

/** How much an undecided paper is for the reader, as it was last worked out. */
export interface Score {
  readonly id: PaperId;
  /** In log odds; see `scoreOf`. */
  readonly score: number;
  /** Absent while too little is known. */
  readonly likelihood?: Likelihood;
  /** Why, in the reader's own examples; of the likeliest ones alone, and absent where there is no reason to tell. */
  readonly reasons?: readonly Reason[];
}
