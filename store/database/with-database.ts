import { connection, type Database } from './connection';
import { storeError } from './errors';

/**
 * Does some work on the open database, once more where it was closed from outside in the middle of it: what could
 * not begin any more has done nothing. So work writes in one transaction, or in steps that may be done again.
 * @returns What the work gives.
 * @throws StoreError Whatever failed, the opening included; see `storeError`.
 */
export async function withDatabase<T>(
  work: (database: Database) => Promise<T>,
  isAgain = false,
): Promise<T> {
  try {
    const database = await connection();
    try {
      return await work(database);
    } catch (cause) {
      const isOver = (cause as Error).name === 'InvalidStateError';
      if (isAgain || !isOver || database === (await connection())) throw cause;
    }
  } catch (cause) {
    throw storeError(cause);
  }
  return withDatabase(work, true);
}
