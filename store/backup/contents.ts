import type { IDBPTransaction } from 'idb';
import { announceChange } from '../../lib/announce';
import { forgetMissedDays } from '../../lib/poll-state';
import type { Note } from '../../papers/note';
import type { PaperId } from '../../papers/paper';
import type { Past } from '../../papers/past';
import type { PaperDetails, PaperRecord } from '../../papers/record';
import type { Rule } from '../../papers/rules/rule';
import type { Row } from '../../papers/words/row';
import { storeError } from '../database/errors';
import { pagesOf, type ReadRows } from '../database/pages';
import {
  type OffprintSchema,
  type SmartList,
  storeNames,
  type Tag,
  type TagLook,
  type Tombstone,
} from '../database/schema';
import { withDatabase } from '../database/with-database';
import { asKept, type KeptDecision } from '../decisions/backup';
import type { DecisionRow } from '../decisions/row';
import { forgetEarlierSession } from '../deck/kept-session';
import { settleKeys } from '../export/settle-keys';
import { forgetDevice } from '../words/device';
import { sectionNames as stores } from './sections';

/** Everything that is kept, apart from what can be derived. */
export interface Contents {
  readonly papers: readonly PaperRecord[];
  readonly details: readonly PaperDetails[];
  readonly notes: readonly Note[];
  /** Those that are gone included, as of rules. */
  readonly lists: readonly Row<SmartList>[];
  /** Those of whose hue the reader has said something. */
  readonly tags: readonly TagLook[];
  readonly rules: readonly Row<Rule>[];
  /** Of papers that were deleted for good. */
  readonly tombstones: readonly Tombstone[];
  /** What was decided, oldest first. */
  readonly decisions: readonly KeptDecision[];
  /** What is left of papers that had shrunk. */
  readonly past: readonly Past[];
}

/**
 * Reads the whole store as of one moment, or what it holds of some papers, all at once; `readInPages` does not
 * hold it whole.
 * @param ids Canonical ids or aliases; those not stored are left out.
 * @throws StoreError
 */
export async function readContents(ids?: readonly PaperId[]): Promise<Contents> {
  const { pages } = await readInPages(ids);
  const read = new Map<keyof Contents, object[]>(stores.map((name) => [name, []]));
  for await (const { name, records } of pages)
    for (const record of records) read.get(name)?.push(record);
  return Object.fromEntries(read) as unknown as Contents;
}

/** How many records are read at once: few enough to be told, hashed and compressed without keeping the page busy for long. */
const pageSize = 200;

/** Some of what `Contents` holds of one kind, in the order of their keys. */
export interface ContentsPage {
  readonly name: keyof Contents;
  readonly records: readonly object[];
}

/** Everything that is kept, to be read page by page. */
export interface PagedContents {
  readonly counts: { readonly papers: number; readonly notes: number };
  /** Of every kind at least one page; to be read at once, without waiting for anything between two. */
  readonly pages: AsyncIterable<ContentsPage>;
}

/**
 * Reads the whole store as of one moment, or what it holds of some papers, page by page; citation keys that wait are written
 * to their papers before.
 * @param ids As of `readContents`.
 * @throws StoreError as reading the pages does.
 */
export async function readInPages(ids?: readonly PaperId[]): Promise<PagedContents> {
  await settleKeys();
  return withDatabase(async (database) => {
    const transaction = database.transaction(stores);
    if (ids) return await selectionIn(transaction, ids);
    const [papers, notes] = await Promise.all([
      transaction.objectStore('papers').count(),
      transaction.objectStore('notes').count(),
    ]);
    return { counts: { papers, notes }, pages: kindByKind(transaction) };
  });
}

async function* kindByKind(transaction: Reading): AsyncGenerator<ContentsPage> {
  try {
    for (const name of stores) {
      yield { name, records: [] };
      const store = transaction.objectStore(name);
      const read: ReadRows<object> = (range, most) => store.getAll(range, most);
      const keyOf = (row: object) => Reflect.get(row, String(store.keyPath));
      for await (const rows of pagesOf(read, keyOf, pageSize))
        yield { name, records: asTold(name, rows) };
    }
  } catch (cause) {
    throw storeError(cause);
  }
}

function asTold(name: keyof Contents, rows: readonly object[]): readonly object[] {
  if (name === 'tags') return looksIn(rows as readonly Tag[]);
  return name === 'decisions' ? asKept(rows as readonly DecisionRow[]) : rows;
}

/** The looks of the tags of whose hue the reader has said something. */
function looksIn(tags: readonly Tag[]): TagLook[] {
  return tags.filter(({ stamp }) => stamp !== undefined).map(({ count: _, ...look }) => look);
}

/**
 * Deletes everything, tombstones and the deck's session included.
 * @throws StoreError
 */
export async function deleteEverything(): Promise<void> {
  await forgetEarlierSession();
  forgetDevice();
  await withDatabase(async (database) => {
    const transaction = database.transaction(storeNames, 'readwrite');
    await Promise.all(storeNames.map((name) => transaction.objectStore(name).clear()));
    await transaction.done;
  });
  await forgetMissedDays();
  await announceChange();
}

type Reading = IDBPTransaction<OffprintSchema, typeof stores, 'readonly'>;

/** Nothing but the ids is held of what was selected. */
async function selectionIn(
  transaction: Reading,
  wanted: readonly PaperId[],
): Promise<PagedContents> {
  const keysIn = async (name: 'papers' | 'past') => {
    const store = transaction.objectStore(name);
    const keys = await Promise.all(
      wanted.map(async (id) => (await store.getKey(id)) ?? (await store.index('alias').getKey(id))),
    );
    return [...new Set(keys.filter((key) => key !== undefined))];
  };
  const [papers, past] = [await keysIn('papers'), await keysIn('past')];
  const noteKeys = await Promise.all(
    papers.map((id) => transaction.objectStore('notes').getKey(id)),
  );
  const notes = noteKeys.filter((key) => key !== undefined);
  const selected = { papers, details: papers, notes, past };
  const counts = { papers: papers.length, notes: notes.length };
  return { counts, pages: selectedPages(transaction, selected) };
}

async function* selectedPages(
  transaction: Reading,
  selected: { readonly [Name in 'papers' | 'details' | 'notes' | 'past']: readonly PaperId[] },
): AsyncGenerator<ContentsPage> {
  try {
    for (const name of stores) {
      const ids = name in selected ? selected[name as keyof typeof selected] : [];
      const store = transaction.objectStore(name as keyof typeof selected);
      for (let at = 0; at === 0 || at < ids.length; at += pageSize) {
        const slice = ids.slice(at, at + pageSize);
        const records = await Promise.all(slice.map((id) => store.get(id)));
        yield { name, records: records.filter((record) => record !== undefined) };
      }
    }
  } catch (cause) {
    throw storeError(cause);
  }
}
