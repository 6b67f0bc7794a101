import type { UndecidedState } from '../../papers/paper';
import type { PaperRecord } from '../../papers/record';
import { withDatabase } from '../database/with-database';

/**
 * The new papers that a rule mutes, newest day first.
 * @param most How many.
 * @throws StoreError
 */
export async function listMuted(most: number): Promise<PaperRecord[]> {
  return withDatabase((database) =>
    database.getAllFromIndex('papers', 'state', mutedRange('new'), most),
  );
}

/** The muted papers of a state: their keys are negative, so that the newest come first; see `withKeys`. */
export function mutedRange(state: UndecidedState): IDBKeyRange {
  return IDBKeyRange.bound([state], [state, 0], false, true);
}
