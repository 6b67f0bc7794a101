import { paperStates, savedIn } from '../../papers/paper';
import { connection } from '../database/connection';
import { storeError } from '../database/errors';
import type { Counts } from './queries';

/** How many papers are kept, and how much of them; muted ones count. */
export interface Kept {
  readonly saved: number;
  /** New, seen and put off. */
  readonly undecided: number;
  readonly missed: number;
  /** Dismissed, and in the bin. */
  readonly gone: number;
  /** Those of which `pastOf` alone is kept. */
  readonly past: number;
}

/**
 * How much is kept, by the counters.
 * @throws StoreError
 */
export async function countKept(): Promise<Kept> {
  try {
    const transaction = (await connection()).transaction(['counters', 'past']);
    const counters = transaction.objectStore('counters');
    const [past, ...values] = await Promise.all([
      transaction.objectStore('past').count(),
      ...paperStates.map((state) => counters.get(state)),
    ]);
    const states = paperStates.map((state, index) => [state, values[index] ?? 0]);
    const counts = Object.fromEntries(states) as Counts;
    return {
      saved: savedIn(counts),
      undecided: counts.new + counts.seen + counts.later,
      missed: counts.missed,
      gone: counts.dismissed + counts.deleted,
      past,
    };
  } catch (cause) {
    throw storeError(cause);
  }
}
