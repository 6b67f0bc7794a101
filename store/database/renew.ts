import { openDB } from 'idb';
import { closeConnection } from './connection';
import { newestVersion } from './migrations/version';

/**
 * Has every context open its connection anew, so that what is read once in each (see `readSelf`) is read again: a newer
 * version is asked for, which all others close for, and not made. When it resolves, no connection of before is open.
 * @throws DOMException where the browser refuses the database.
 */
export async function renewConnections(): Promise<void> {
  await closeConnection();
  let isAborted = false;
  try {
    const opened = await openDB('offprint', newestVersion + 1, {
      upgrade(_database, _oldVersion, _newVersion, transaction) {
        isAborted = true;
        transaction.done.catch(() => {});
        transaction.abort();
      },
    });
    opened.close();
  } catch (cause) {
    if (!isAborted) throw cause;
  }
}
