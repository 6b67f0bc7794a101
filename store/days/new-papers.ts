import type { PaperRecord } from '../../papers/record';
import { connection } from '../database/connection';
import { storeError } from '../database/errors';

/**
 * Every new paper, those that a rule mutes included, in no particular order.
 * @throws StoreError
 */
export async function listNew(): Promise<PaperRecord[]> {
  try {
    const range = IDBKeyRange.bound(['new'], ['new', []]);
    return await (await connection()).getAllFromIndex('papers', 'state', range);
  } catch (cause) {
    throw storeError(cause);
  }
}
