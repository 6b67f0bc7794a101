import { unwrap } from 'idb';
import type { Rows } from '../../papers/merge';
import type { Note } from '../../papers/note';
import type { PaperId } from '../../papers/paper';
import { type Past, recordOf } from '../../papers/past';
import type { PaperDetails, PaperRecord } from '../../papers/record';
import { keysAmong, rowsAmong } from '../database/among';
import { type Breath, breathOf } from '../database/breath';
import { connection } from '../database/connection';
import { answers } from '../database/requests';
import type { Tombstone } from '../database/schema';
import type { Writer } from './writer';

/** What there is of papers, by the ids and aliases asked. */
interface Found {
  readonly papers: ReadonlyMap<PaperId, PaperRecord>;
  /** Of papers that have shrunk. */
  readonly past: ReadonlyMap<PaperId, Past>;
  /** Of papers that were deleted for good. */
  readonly tombstones: ReadonlyMap<PaperId, Tombstone>;
}

/**
 * Looks many papers up of which most are not here, with few requests; quickest where their ids lie close together.
 * @throws What IndexedDB throws.
 */
async function findAmong(transaction: IDBTransaction, ids: readonly PaperId[]): Promise<Found> {
  const [papers, past, tombstones] = await Promise.all([
    rowsAmong<PaperRecord>(transaction.objectStore('papers'), ids),
    rowsAmong<Past>(transaction.objectStore('past'), ids),
    rowsAmong<Tombstone>(transaction.objectStore('tombstones'), ids),
  ]);
  return { papers, past, tombstones };
}

interface Named {
  readonly id: PaperId;
  readonly aliases?: readonly PaperId[] | undefined;
}

function idsOf(papers: readonly Named[]): PaperId[] {
  return [...new Set(papers.flatMap(({ id, aliases = [] }) => [id, ...aliases]))];
}

/** What is here of some papers, as of one moment. */
export interface Here {
  /** A paper by an id or an alias; what is left of one that has shrunk, as a record. */
  find(id: PaperId): PaperRecord | undefined;
  /** All that is stored of a paper that was found. */
  rows(record: PaperRecord): Rows;
  /** What is left of one that was deleted for good. */
  tombstone(paper: Named): Tombstone | undefined;
}

const stores = ['papers', 'details', 'notes', 'tombstones', 'past'] as const;

/**
 * Reads in one transaction what is here of many papers of which most are not.
 * @throws What IndexedDB throws.
 */
export async function readAmong(papers: readonly Named[]): Promise<Here> {
  const transaction = unwrap((await connection()).transaction(stores));
  const found = await findAmong(transaction, idsOf(papers));
  const here = [...new Set([...found.papers.values()].map(({ id }) => id))];
  const [details, notes] = await Promise.all([
    readEach<PaperDetails>(transaction.objectStore('details'), here),
    readEach<Note>(transaction.objectStore('notes'), here),
  ]);
  return {
    find(id) {
      const past = found.past.get(id);
      return found.papers.get(id) ?? (past && recordOf(past));
    },
    rows(record) {
      const note = notes.get(record.id);
      const mine = details.get(record.id) ?? { id: record.id };
      return { record, details: mine, ...(note ? { note } : {}) };
    },
    tombstone: (paper) =>
      idsOf([paper])
        .map((id) => found.tombstones.get(id))
        .find((one) => one !== undefined),
  };
}

async function readEach<Row>(
  store: IDBObjectStore,
  ids: readonly PaperId[],
): Promise<ReadonlyMap<PaperId, Row>> {
  const rows = await answers(ids.map((id): IDBRequest<Row | undefined> => store.get(id)));
  return new Map(
    ids.flatMap((id, at) => {
      const row = rows[at];
      return row ? [[id, row] as const] : [];
    }),
  );
}

/**
 * Reads all that is stored of many papers of which most are not here, for work that looks at one after the other: as
 * `Writer.prefetch` does, and what is left of those that were deleted for good.
 * @returns What that work lets the page paint with, after each paper; the transaction does from then on, too.
 */
export async function prefetchAmong(writer: Writer, papers: readonly Named[]): Promise<Breath> {
  const ids = idsOf(papers);
  const transaction = unwrap(writer.transaction) as IDBTransaction;
  const breath = breathOf(writer);
  const [found, notes] = await Promise.all([
    findAmong(transaction, ids),
    keysAmong(transaction.objectStore('notes'), ids),
  ]);
  writer.know(ids, found.papers, found.past, new Set(notes));
  for (const id of ids)
    if (!writer.tombstones.has(id))
      writer.tombstones.set(id, Promise.resolve(found.tombstones.get(id)));
  const here = [...new Set([...found.papers.values()].map(({ id }) => id))];
  await Promise.all([writer.loadDetails(here), writer.loadNotes(here)]);
  return breath;
}
