import { connection, type Database } from './connection';
import { storeError } from './errors';

/**
 * Does some work on the open database.
 * @returns What the work gives.
 * @throws StoreError Whatever failed, the opening included; see `storeError`.
 */
export async function withDatabase<T>(work: (database: Database) => Promise<T>): Promise<T> {
  try {
    return await work(await connection());
  } catch (cause) {
    throw storeError(cause);
  }
}
