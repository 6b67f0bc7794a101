import type { UndecidedState } from '../../papers/paper';
import type { PaperRecord } from '../../papers/record';
import { connection } from '../database/connection';
import { storeError } from '../database/errors';

/**
 * The new papers that a rule mutes, newest day first.
 * @param most How many.
 * @throws StoreError
 */
export async function listMuted(most: number): Promise<PaperRecord[]> {
  try {
    return await (await connection()).getAllFromIndex('papers', 'state', mutedRange('new'), most);
  } catch (cause) {
    throw storeError(cause);
  }
}

/** The muted papers of a state: their keys are negative, so that the newest come first; see `withKeys`. */
export function mutedRange(state: UndecidedState): IDBKeyRange {
  return IDBKeyRange.bound([state], [state, 0], false, true);
}
