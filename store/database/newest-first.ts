import type { IDBPIndex, IndexNames } from 'idb';
import { unwrap } from 'idb';
import type { PaperRecord } from '../../papers/record';
import { answers } from './requests';
import type { OffprintSchema, StoreName } from './schema';

/** An index of the papers, within a transaction. */
export type PaperIndex = IDBPIndex<
  OffprintSchema,
  ArrayLike<StoreName>,
  'papers',
  IndexNames<OffprintSchema, 'papers'>,
  IDBTransactionMode
>;

/** A page of a list, and the key to ask for the next one with. */
export interface Page {
  readonly papers: readonly PaperRecord[];
  /** Absent on the last page. */
  readonly next?: IDBValidKey;
}

interface Row {
  readonly key: IDBValidKey;
  readonly primaryKey: string;
  readonly value: PaperRecord;
}

/** https://w3c.github.io/IndexedDB/#dom-idbindex-getallrecords; in Chrome since 141. */
interface WithRecords {
  getAllRecords(options: {
    readonly query: IDBKeyRange | null;
    readonly count: number;
    readonly direction: 'prev';
  }): IDBRequest<Row[]>;
}

/** Whether the browser reads a page of an index in one request. */
export function readsRecords(): boolean {
  return 'getAllRecords' in IDBIndex.prototype;
}

/**
 * Reads a page of an index downwards from after a key, in one request; only where `readsRecords`.
 * @param range Absent for all of the index.
 * @param after The `next` of the page before.
 * @returns `undefined` where so many papers have one key that none after the last page was reached.
 * @throws DOMException
 */
export async function readNewestFirst(
  index: PaperIndex,
  range: IDBKeyRange | undefined,
  size: number,
  after?: IDBValidKey,
): Promise<Page | undefined> {
  const bare = unwrap(index) as IDBIndex & WithRecords;
  // The paper before may be among what is read.
  const count = after === undefined ? size : size + 1;
  const query = after === undefined ? range : upTo(range, (after as IDBValidKey[])[0]);
  const request = bare.getAllRecords({ query: query ?? null, count, direction: 'prev' });
  const [rows = []] = await answers([request]);
  const wanted =
    after === undefined ? rows : rows.filter((row) => indexedDB.cmp(keyOf(row), after) < 0);
  const papers = wanted.slice(0, size).map(({ value }) => value);
  if (rows.length < count) return { papers };
  const last = wanted[papers.length - 1];
  return last && { papers, next: keyOf(last) };
}

function keyOf({ key, primaryKey }: Row): IDBValidKey {
  return [key, primaryKey];
}

function upTo(range: IDBKeyRange | undefined, key: IDBValidKey | undefined): IDBKeyRange {
  return range ? IDBKeyRange.bound(range.lower, key, range.lowerOpen) : IDBKeyRange.upperBound(key);
}
