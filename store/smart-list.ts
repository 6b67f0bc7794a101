import { connection } from './connection';
import { storeError } from './errors';
import type { SmartList } from './schema';

/**
 * Reads one smart list.
 * @returns `undefined` when there is none with that id.
 * @throws StoreError
 */
export async function smartList(id: string): Promise<SmartList | undefined> {
  try {
    return await (await connection()).get('lists', id);
  } catch (cause) {
    throw storeError(cause);
  }
}
