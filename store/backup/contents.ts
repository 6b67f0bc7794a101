import type { IDBPTransaction } from 'idb';
import { announceChange } from '../../lib/changes';
import { forgetDeckSession } from '../../lib/deck-session';
import { forgetMissedDays } from '../../lib/poll-state';
import type { Note } from '../../papers/note';
import type { PaperId } from '../../papers/paper';
import type { Past } from '../../papers/past';
import type { PaperDetails, PaperRecord } from '../../papers/record';
import type { Rule } from '../../papers/rules/rule';
import { connection } from '../database/connection';
import { storeError } from '../database/errors';
import {
  type OffprintSchema,
  type SmartList,
  storeNames,
  type Tag,
  type TagLook,
  type Tombstone,
} from '../database/schema';
import { asKept, type KeptDecision } from '../decisions/kept';
import type { DecisionRow } from '../decisions/row';
import { forgetJudgedBy } from '../rules/judged-by';
import { forgetDevice } from '../words/device';

/** Everything that is kept, apart from what can be derived. */
export interface Contents {
  readonly papers: readonly PaperRecord[];
  readonly details: readonly PaperDetails[];
  readonly notes: readonly Note[];
  readonly lists: readonly SmartList[];
  /** Those that the reader gave a hue. */
  readonly tags: readonly TagLook[];
  readonly rules: readonly Rule[];
  /** Of papers that were deleted for good. */
  readonly tombstones: readonly Tombstone[];
  /** What was decided, oldest first. */
  readonly decisions: readonly KeptDecision[];
  /** What is left of papers that had shrunk. */
  readonly past: readonly Past[];
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
  'past',
] as const;

/**
 * Reads the whole store as of one moment, or what it holds of some papers.
 * @param ids Canonical ids or aliases; those not stored are left out.
 * @throws StoreError
 */
export async function readContents(ids?: readonly PaperId[]): Promise<Contents> {
  try {
    const transaction = (await connection()).transaction(stores);
    if (ids) return await readSelection(transaction, ids);
    const [papers, details, notes, lists, rows, rules, tombstones, decided, past] =
      await Promise.all([
        transaction.objectStore('papers').getAll(),
        transaction.objectStore('details').getAll(),
        transaction.objectStore('notes').getAll(),
        transaction.objectStore('lists').getAll(),
        transaction.objectStore('tags').getAll(),
        transaction.objectStore('rules').getAll(),
        transaction.objectStore('tombstones').getAll(),
        transaction.objectStore('decisions').getAll(),
        transaction.objectStore('past').getAll(),
      ]);
    const [tags, decisions] = [looksIn(rows), asKept(decided)];
    return { papers, details, notes, lists, tags, rules, tombstones, decisions, past };
  } catch (cause) {
    throw storeError(cause);
  }
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
  try {
    const transaction = (await connection()).transaction(stores);
    const [papers, notes] = await Promise.all([
      transaction.objectStore('papers').count(),
      transaction.objectStore('notes').count(),
    ]);
    return { counts: { papers, notes }, pages: pagesOf(transaction) };
  } catch (cause) {
    throw storeError(cause);
  }
}

async function* pagesOf(transaction: Reading): AsyncGenerator<ContentsPage> {
  try {
    for (const name of stores) {
      const store = transaction.objectStore(name);
      let range: IDBKeyRange | undefined;
      for (let isMore = true; isMore; ) {
        const [rows, keys] = await Promise.all([
          store.getAll(range, pageSize),
          store.getAllKeys(range, pageSize),
        ]);
        yield { name, records: asTold(name, rows) };
        isMore = rows.length === pageSize;
        const last = keys.at(-1);
        if (last !== undefined) range = IDBKeyRange.lowerBound(last, true);
      }
    }
  } catch (cause) {
    throw storeError(cause);
  }
}

function asTold(name: keyof Contents, rows: readonly object[]): readonly object[] {
  if (name === 'tags') return looksIn(rows as readonly Tag[]);
  return name === 'decisions' ? asKept(rows as readonly DecisionRow[]) : rows;
}

/** The looks of the tags that the reader gave a hue. */
function looksIn(tags: readonly Tag[]): TagLook[] {
  return tags.filter(({ hue }) => hue !== undefined).map(({ count: _, ...look }) => look);
}

/**
 * Deletes everything, tombstones and the deck's session included.
 * @throws StoreError
 */
export async function deleteEverything(): Promise<void> {
  await forgetJudgedBy();
  forgetDevice();
  try {
    const transaction = (await connection()).transaction(storeNames, 'readwrite');
    await Promise.all(storeNames.map((name) => transaction.objectStore(name).clear()));
    await transaction.done;
  } catch (cause) {
    throw storeError(cause);
  }
  await Promise.all([forgetMissedDays(), forgetDeckSession()]);
  await announceChange('all');
}

type Reading = IDBPTransaction<OffprintSchema, typeof stores, 'readonly'>;

async function readSelection(transaction: Reading, wanted: readonly PaperId[]): Promise<Contents> {
  const store = transaction.objectStore('papers');
  const found = await Promise.all(
    wanted.map(async (id) => (await store.get(id)) ?? (await store.index('alias').get(id))),
  );
  const papers = [
    ...new Map(found.flatMap((paper) => (paper ? [[paper.id, paper]] : []))).values(),
  ];
  const ids = papers.map(({ id }) => id);
  const past = transaction.objectStore('past');
  const [details, notes, shrunk] = await Promise.all([
    Promise.all(ids.map((id) => transaction.objectStore('details').get(id))),
    Promise.all(ids.map((id) => transaction.objectStore('notes').get(id))),
    Promise.all(
      wanted.map(async (id) => (await past.get(id)) ?? (await past.index('alias').get(id))),
    ),
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
    past: shrunk.filter((one) => one !== undefined),
  };
}
