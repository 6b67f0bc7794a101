import type { IDBPTransaction } from 'idb';
import type { PaperId } from '../../papers/paper';
import type { Entry } from '../../papers/search/entry';
import { connection } from '../database/connection';
import { type OffprintSchema, storeNames } from '../database/schema';
import { chunksOf } from './chunks';

/** A step's transaction, over everything, since it reads papers and writes chunks. */
export type Transaction = IDBPTransaction<OffprintSchema, typeof storeNames, 'readwrite'>;

/**
 * Does one step in one transaction. Each takes the connection there is then: between two steps another window may have had it
 * closed.
 * @returns What the work resolves to, when the transaction is complete.
 */
export async function step<Result>(
  work: (transaction: Transaction) => Promise<Result>,
): Promise<Result> {
  const transaction = (await connection()).transaction(storeNames, 'readwrite');
  try {
    const result = await work(transaction);
    await transaction.done;
    return result;
  } catch (cause) {
    transaction.done.catch(() => {});
    throw transaction.error ?? cause;
  }
}

/**
 * Stores the entries of one range, in the order of their ids.
 * @param withBodies Whether their long texts have changed.
 */
export async function putChunks(
  transaction: Transaction,
  first: PaperId,
  entries: readonly Entry[],
  withBodies: boolean,
): Promise<void> {
  const chunks = chunksOf(first, entries);
  for (const [heads, bodies] of chunks) {
    await transaction.objectStore('heads').put(heads);
    if (withBodies || chunks.length > 1) await transaction.objectStore('bodies').put(bodies);
  }
}
