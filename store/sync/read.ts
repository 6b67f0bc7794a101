import type { IDBPTransaction } from 'idb';
import type { PaperId } from '../../papers/paper';
import type { PaperRecord } from '../../papers/record';
import type { AnyRow, Card, Dirty, PaperWords, RowKind } from '../../sync/local';
import { byIdOrAlias } from '../database/by-id';
import { unawaited } from '../database/requests';
import type { OffprintSchema, Tag } from '../database/schema';
import type { Mark } from './mark';
import { nextMark } from './marks';
import { cardOf, goneOf, rowOfLook, saidOf, storeOfKind } from './said';

/** The stores that have what the reader says, and the marks on it. */
export const saidStores = [
  'papers',
  'details',
  'notes',
  'tombstones',
  'lists',
  'rules',
  'tags',
  'dirty',
] as const;

type Reading = IDBPTransaction<OffprintSchema, typeof saidStores, 'readonly' | 'readwrite'>;
type Writing = IDBPTransaction<OffprintSchema, typeof saidStores, 'readwrite'>;

/** What is said of a paper here, with its title. */
export interface SaidHere extends PaperWords {
  /** The one under which it is stored here. */
  readonly id: PaperId;
  readonly title?: string;
  /** Absent of one that was purged. */
  readonly record?: PaperRecord;
}

/** Reads what is said of a paper, by any of its ids; `undefined` of one never met. */
export async function readSaid(transaction: Reading, id: PaperId): Promise<SaidHere | undefined> {
  const [record, tombstone] = await Promise.all([
    byIdOrAlias(transaction.objectStore('papers'), id),
    byIdOrAlias(transaction.objectStore('tombstones'), id),
  ]);
  const gone = tombstone && { gone: goneOf(tombstone) };
  if (!record) return tombstone && { id: tombstone.id, words: {}, ...gone };
  const note =
    record.stamps.note || record.hasNote
      ? await transaction.objectStore('notes').get(record.id)
      : undefined;
  const title = record.title === undefined ? {} : { title: record.title };
  return { id: record.id, ...saidOf(record, note), ...gone, ...title, record };
}

/** Reads what sources say of a paper; `undefined` of one unknown. */
export async function readCard(transaction: Reading, id: PaperId): Promise<Card | undefined> {
  const record = await byIdOrAlias(transaction.objectStore('papers'), id);
  return record && cardOf(record, await transaction.objectStore('details').get(record.id));
}

/**
 * Reads what is marked, oldest first. Marks on what is gone without a trace are taken off, and those on a paper that
 * became part of another one are that one's.
 */
export async function readDirty(transaction: Writing, limit: number): Promise<Dirty[]> {
  const marks = await transaction
    .objectStore('dirty')
    .index('mark')
    .getAll(null, 2 * limit);
  const wanted = marks.filter(({ kind }) => kind !== 'card').slice(0, limit);
  const read = await Promise.all(wanted.map((mark) => readMarked(transaction, mark)));
  return read.filter((one) => one !== undefined);
}

async function readMarked(transaction: Writing, mark: Mark): Promise<Dirty | undefined> {
  const { kind } = mark;
  if (kind === 'paper') return readMarkedPaper(transaction, mark);
  if (kind === 'card') return undefined;
  const row = await readRow(transaction, kind, mark.id);
  if (row) return { ...mark, kind, row };
  unawaited(transaction.objectStore('dirty').delete([kind, mark.id]));
  return undefined;
}

async function readMarkedPaper(transaction: Writing, mark: Mark): Promise<Dirty | undefined> {
  const said = await readSaid(transaction, mark.id);
  const dirty = transaction.objectStore('dirty');
  if (said?.id !== mark.id) {
    for (const kind of ['paper', 'card'] as const) unawaited(dirty.delete([kind, mark.id]));
    if (!said) return undefined;
    for (const kind of ['paper', 'card'] as const)
      unawaited(dirty.put({ kind, id: said.id, mark: nextMark() }));
    return undefined;
  }
  const { id, words, gone, record } = said;
  const isNew = record !== undefined && (await dirty.getKey(['card', id])) !== undefined;
  return { kind: 'paper', id, mark: mark.mark, words, isNew, ...(gone ? { gone } : {}) };
}

async function readRow(
  transaction: Reading,
  kind: RowKind,
  id: string,
): Promise<AnyRow | undefined> {
  const row = await transaction.objectStore(storeOfKind[kind]).get(id);
  return kind === 'look' ? rowOfLook(row as Tag | undefined) : (row as AnyRow | undefined);
}
