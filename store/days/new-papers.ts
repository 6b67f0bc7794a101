import type { PaperRecord } from '../../papers/record';
import { withDatabase } from '../database/with-database';

/**
 * Every new paper, those that a rule mutes included, in no particular order.
 * @throws StoreError
 */
export async function listNew(): Promise<PaperRecord[]> {
  return withDatabase(async (database) => {
    const range = IDBKeyRange.bound(['new'], ['new', []]);
    return await database.getAllFromIndex('papers', 'state', range);
  });
}
