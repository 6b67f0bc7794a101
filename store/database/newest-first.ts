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
  getAllRecords?(options: {
    readonly query: IDBKeyRange | null;
    readonly count: number;
    readonly direction: 'prev';
  }): IDBRequest<Row[]>;
}

/**
 * Reads a page of an index downwards from after a key: constant in the length of the list, and in one request
 * where the browser can do that.
 * @param range Absent for all of the index.
 * @param after The `next` of the page before.
 * @throws DOMException
 */
export async function readNewestFirst(
  index: PaperIndex,
  range: IDBKeyRange | undefined,
  size: number,
  after?: IDBValidKey,
): Promise<Page> {
  const bare = unwrap(index) as IDBIndex & WithRecords;
  if (!bare.getAllRecords) return walkNewestFirst(index, range, size, after);
  // The paper before may be among what is read.
  const count = after === undefined ? size : size + 1;
  const query = after === undefined ? range : upTo(range, (after as IDBValidKey[])[0]);
  const request = bare.getAllRecords({ query: query ?? null, count, direction: 'prev' });
  const [rows = []] = await answers([request]);
  const wanted =
    after === undefined ? rows : rows.filter((row) => indexedDB.cmp(keyOf(row), after) < 0);
  const papers = wanted.slice(0, size).map(({ value }) => value);
  const last = wanted[papers.length - 1];
  if (rows.length < count) return { papers };
  // Where many papers have one key, those before may be all that was read.
  return last ? { papers, next: keyOf(last) } : walkNewestFirst(index, range, size, after);
}

function keyOf({ key, primaryKey }: Row): IDBValidKey {
  return [key, primaryKey];
}

function upTo(range: IDBKeyRange | undefined, key: IDBValidKey | undefined): IDBKeyRange {
  return range ? IDBKeyRange.bound(range.lower, key, range.lowerOpen) : IDBKeyRange.upperBound(key);
}

/**
 * The same, paper by paper.
 * @param keep Which papers are wanted; all of them unless given.
 */
export async function walkNewestFirst(
  index: PaperIndex,
  range: IDBKeyRange | undefined,
  size: number,
  after?: IDBValidKey,
  keep: (record: PaperRecord) => boolean = () => true,
): Promise<Page> {
  const papers: PaperRecord[] = [];
  let cursor = await index.openCursor(range ?? null, 'prev');
  if (cursor && after !== undefined) {
    const [key, id] = after as [typeof cursor.key, string];
    if (indexedDB.cmp([cursor.key, cursor.primaryKey], [key, id]) > 0)
      cursor = await cursor.continuePrimaryKey(key, id);
    if (cursor && indexedDB.cmp([cursor.key, cursor.primaryKey], [key, id]) === 0)
      cursor = await cursor.continue();
  }
  while (cursor) {
    if (keep(cursor.value)) papers.push(cursor.value);
    if (papers.length === size) return { papers, next: [cursor.key, cursor.primaryKey] };
    cursor = await cursor.continue();
  }
  return { papers };
}
