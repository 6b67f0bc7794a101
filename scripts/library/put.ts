import type { Database } from '../../store/database/connection';
import { storeNames } from '../../store/database/schema';
import type { LibraryBatch } from './generate';

const rowStores = ['papers', 'details', 'notes', 'tags', 'past'] as const;

/** Puts a batch into an open database in one transaction, past the store's own code. */
export async function putBatch(database: Database, batch: LibraryBatch): Promise<void> {
  const transaction = database.transaction(storeNames, 'readwrite');
  const counters = transaction.objectStore('counters');
  await Promise.all([
    ...rowStores.flatMap((name) =>
      batch[name].map((row) => transaction.objectStore(name).put(row)),
    ),
    ...batch.counters.map(([state, count]) => counters.put(count, state)),
    transaction.done,
  ]);
}
