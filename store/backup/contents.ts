import type { IDBPTransaction } from 'idb';
import { announceChange } from '../../lib/changes';
import { forgetMissedDays } from '../../lib/poll-state';
import type { Note } from '../../papers/note';
import type { PaperId } from '../../papers/paper';
import type { PaperDetails, PaperRecord } from '../../papers/record';
import type { Rule } from '../../papers/rules/rule';
import type { Row } from '../../papers/words/row';
import { byIdOrAlias } from '../database/by-id';
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
import { asKept, type KeptDecision } from '../decisions/kept';
import type { DecisionRow } from '../decisions/row';
import { forgetEarlierSession } from '../deck/kept-session';
import { forgetDevice } from '../words/device';

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
}

const stores = [
  'papers',
  'details',
  'notes',
  'lists',
  'tags',
  'rules',
  'tombstones',
  'decisions',
] as const;

/**
 * Reads the whole store as of one moment, or what it holds of some papers.
 * @param ids Canonical ids or aliases; those not stored are left out.
 * @throws StoreError
 */
export async function readContents(ids?: readonly PaperId[]): Promise<Contents> {
  return withDatabase(async (database) => {
    const transaction = database.transaction(stores);
    if (ids) return await readSelection(transaction, ids);
    const [papers, details, notes, lists, rows, rules, tombstones, decided] = await Promise.all([
      transaction.objectStore('papers').getAll(),
      transaction.objectStore('details').getAll(),
      transaction.objectStore('notes').getAll(),
      transaction.objectStore('lists').getAll(),
      transaction.objectStore('tags').getAll(),
      transaction.objectStore('rules').getAll(),
      transaction.objectStore('tombstones').getAll(),
      transaction.objectStore('decisions').getAll(),
    ]);
    const [tags, decisions] = [looksIn(rows), asKept(decided)];
    return { papers, details, notes, lists, tags, rules, tombstones, decisions };
  });
}

/** How many records are read at once. */
const pageSize = 500;

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
 * Reads the whole store as of one moment, page by page.
 * @throws StoreError as reading the pages does.
 */
export async function readInPages(): Promise<PagedContents> {
  return withDatabase(async (database) => {
    const transaction = database.transaction(stores);
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
  await announceChange('all');
}

type Reading = IDBPTransaction<OffprintSchema, typeof stores, 'readonly'>;

async function readSelection(transaction: Reading, wanted: readonly PaperId[]): Promise<Contents> {
  const store = transaction.objectStore('papers');
  const found = await Promise.all(wanted.map((id) => byIdOrAlias(store, id)));
  const papers = [
    ...new Map(found.flatMap((paper) => (paper ? [[paper.id, paper]] : []))).values(),
  ];
  const ids = papers.map(({ id }) => id);
  const [details, notes] = await Promise.all([
    Promise.all(ids.map((id) => transaction.objectStore('details').get(id))),
    Promise.all(ids.map((id) => transaction.objectStore('notes').get(id))),
  ]);
  return {
    papers,
    details: details.filter((detail) => detail !== undefined),
    notes: notes.filter((note) => note !== undefined),
    lists: [],
    tags: [],
    rules: [],
    tombstones: [],
    decisions: [],
  };
}
