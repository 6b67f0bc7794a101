import { connection, type Database } from './connection';
import { storeError } from './errors';

/** `DOMException.INVALID_STATE_ERR`, which is what begins on a closed connection; https://webidl.spec.whatwg.org/#dfn-error-names-table. */
const invalidState = 11;

/**
 * Does some work on the open database, once more where it was closed from outside in the middle of it: what could
 * not begin any more has done nothing. So work writes in one transaction, or in steps that may be done again, and
 * counts and gathers in what it makes itself.
 * @returns What the work gives.
 * @throws StoreError Whatever failed, the opening included; see `storeError`.
 */
export async function withDatabase<T>(
  work: (database: Database) => Promise<T>,
  isAgain?: boolean,
): Promise<T> {
  const opened = connection();
  try {
    return await work(await opened);
  } catch (cause) {
    const isOver = (cause as DOMException).code === invalidState;
    if (!isOver || isAgain || opened === connection()) throw storeError(cause);
    return withDatabase(work, true);
  }
}
