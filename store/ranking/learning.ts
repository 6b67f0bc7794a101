import { enoughDecisions } from '../../papers/ranking/score';
import { withDatabase } from '../database/with-database';
import { learnDecisions } from './learn-decisions';
import { readKnowledge } from './learned';

/** How much is known of what the reader likes. */
export interface Learning {
  /** How many decisions were learned from. */
  readonly decisions: number;
  /** From how many on it is told what is likely. */
  readonly needed: number;
  /** When the first one was made that is learned from, in ms; absent where there is none. */
  readonly from?: number;
}

/**
 * Learns what is new in the log, and says how much is known then.
 * @throws StoreError
 */
export async function readLearning(): Promise<Learning> {
  const { weights, since } = await learnDecisions();
  const [first] = await withDatabase((database) =>
    database.getAllFromIndex('decisions', 'at', IDBKeyRange.lowerBound(since), 1),
  );
  const { decisions } = weights;
  return { decisions, needed: enoughDecisions, ...(first && { from: first.at }) };
}

/**
 * How much was known when it was last learned, as long as it is not enough: for who waits for an answer.
 * @returns `undefined` once it is.
 * @throws StoreError
 */
export async function learningSoFar(): Promise<Learning | undefined> {
  const { decisions } = (await readKnowledge()).weights;
  return decisions < enoughDecisions ? { decisions, needed: enoughDecisions } : undefined;
}
