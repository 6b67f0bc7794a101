import { enoughDecisions } from '../../papers/ranking/score';
import { withDatabase } from '../database/with-database';
import { learnDecisions } from './learn-decisions';

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
