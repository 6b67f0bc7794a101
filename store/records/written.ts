import { type IDBPTransaction, unwrap } from 'idb';
import { announceChange } from '../../lib/announce';
import type { PaperId } from '../../papers/paper';
import type { OffprintSchema, StoreName, writtenStores } from '../database/schema';

type WriteTransaction = IDBPTransaction<OffprintSchema, typeof writtenStores, 'readwrite'>;
type Request = (...given: unknown[]) => IDBRequest;

/** What changes an object store. Nothing that pages show is written by a cursor. */
const writing = ['put', 'add', 'delete', 'clear'] as const;

/**
 * What pages show that may be written where no paper is: undone in vain, a tag's hue, what a backup brought, how far
 * the asking for a title has come.
 */
const shown: readonly StoreName[] = ['actions', 'tags', 'lists', 'rules', 'fillings'];

/**
 * Tells of a transaction that is complete, where a paper or something else that pages show was written; see `announceChange`.
 * Nobody waits for the others to hear of it.
 */
export function announceWritten(
  written: ReadonlySet<StoreName>,
  changed: ReadonlySet<PaperId>,
): void {
  if (changed.size || shown.some((name) => written.has(name)))
    void announceChange({ stores: [...written], ids: [...changed] });
}

/**
 * Has a transaction note which of its object stores are written to, whoever does it: the browser's own
 * objects are watched, which idb's wrap, and which `bare` hands out.
 * @param written Filled as the work goes on.
 */
export function noteWritten(transaction: WriteTransaction, written: Set<StoreName>): void {
  const native = unwrap(transaction) as IDBTransaction;
  const storeOf = native.objectStore;
  native.objectStore = (name) => {
    const store = storeOf.call(native, name);
    if (!written.has(name as StoreName) && !Object.hasOwn(store, 'put'))
      watch(store, () => written.add(name as StoreName));
    return store;
  };
}

/** Of many rows the first one tells: what follows goes to the browser's own methods. */
function watch(store: IDBObjectStore, onWrite: () => void): void {
  const methods = store as unknown as Record<(typeof writing)[number], Request>;
  for (const name of writing)
    methods[name] = (...given) => {
      onWrite();
      for (const one of writing) Reflect.deleteProperty(store, one);
      return methods[name].apply(store, given);
    };
}
