import { type IDBPTransaction, unwrap } from 'idb';
import type { OffprintSchema, writtenStores } from './schema';

type WriteTransaction = IDBPTransaction<OffprintSchema, typeof writtenStores, 'readwrite'>;

/** A store whose requests are bare: for where many are made, of which each would have a promise of its own. */
export interface BareStore<Row, Key> {
  get(key: Key): IDBRequest<Row | undefined>;
  put(row: Row): IDBRequest;
  delete(key: Key): IDBRequest;
}

/**
 * A store without a promise for each request. What fails ends the transaction, as it does in any case where
 * nobody prevents it.
 */
export function bare<Name extends (typeof writtenStores)[number]>(
  transaction: WriteTransaction,
  name: Name,
): BareStore<OffprintSchema[Name]['value'], OffprintSchema[Name]['key']> {
  return unwrap(transaction.objectStore(name));
}

/**
 * What some requests of one transaction answer, in their order. One promise does for all, since the answers
 * come in the order of the requests; https://w3c.github.io/IndexedDB/#transaction-lifecycle.
 * @throws whatever the last one does, which fails when any of them has ended the transaction.
 */
export function answers<Answer>(requests: readonly IDBRequest<Answer>[]): Promise<Answer[]> {
  const last = requests.at(-1);
  if (!last) return Promise.resolve([]);
  return new Promise((resolve, reject) => {
    last.onsuccess = () => resolve(requests.map(({ result }) => result));
    last.onerror = () => reject(last.error);
  });
}

/** Waits for no request: one that fails ends its transaction, which is waited for. */
export function unawaited(request: Promise<unknown>): void {
  request.catch(() => {});
}

/** Undoes what a transaction has done so far; one that is over stays as it is. */
export function abort(transaction: WriteTransaction): void {
  try {
    transaction.abort();
  } catch {
    // Already finished: an aborted transaction cannot be aborted again.
  }
}
