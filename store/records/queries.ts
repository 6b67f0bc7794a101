import type { PageStates } from '../../lib/messages';
import type { Note } from '../../papers/note';
import type { PaperId, PaperState, UndecidedState } from '../../papers/paper';
import { isUndecided, paperStates } from '../../papers/paper';
import type { PaperDetails, PaperRecord } from '../../papers/record';
import { tagIndexKey } from '../../papers/record-keys';
import { stateOnPage } from '../../papers/state-on-page';
import { byIdOrAlias } from '../database/by-id';
import { type Page, readNewestFirst, readsRecords } from '../database/newest-first';
import type { Tag } from '../database/schema';
import { withDatabase } from '../database/with-database';
import type { CounterName } from '../derived/counter-names';
import { type Counts, countersIn, inUse, type Tally, tallyOf } from './tally';

export type { Page } from '../database/newest-first';
export type { Counts, Tally } from './tally';

/** Which saved papers to list; without `state` and `tag` all of them. */
export interface SavedFilter {
  readonly state?: PaperState;
  /** A tag's key; see `tagKey`. */
  readonly tag?: string;
}

/** The open paper: details and note. */
export interface OpenPaper {
  readonly details?: PaperDetails;
  readonly note?: Note;
}

type IndexName = 'list' | 'state' | 'tag';

/**
 * A page of the reading list, newest first.
 * @param after The `next` of the page before.
 * @throws StoreError
 */
export function listSaved(filter: SavedFilter, size: number, after?: IDBValidKey): Promise<Page> {
  const { state, tag } = filter;
  if (tag !== undefined) {
    const range = IDBKeyRange.bound(tagIndexKey(tag, 0), `${tag}\u0000\uffff`);
    const keep = state ? (record: PaperRecord) => record.state === state : undefined;
    return page('tag', range, size, after, keep);
  }
  if (state) return page('state', stateRange(state), size, after);
  return page('list', undefined, size, after);
}

/**
 * A page of the undecided papers of one state, by day and upvotes, newest day first; without those
 * that a rule mutes.
 * @throws StoreError
 */
export function listUndecided(
  state: UndecidedState,
  size: number,
  after?: IDBValidKey,
): Promise<Page> {
  return page('state', undecidedRange(state), size, after);
}

/**
 * The counters, as written with each change. Papers that a rule mutes count neither as new nor as
 * missed.
 * @throws StoreError
 */
export async function readTally(): Promise<Tally> {
  return tallyOf(await readCounters());
}

/**
 * How many papers are in each state; see `readTally`.
 * @throws StoreError
 */
export async function counts(): Promise<Counts> {
  const tally = await readTally();
  return Object.fromEntries(paperStates.map((state) => [state, tally[state]])) as Counts;
}

/** How many papers are new, and what rules say of them. */
export interface NewCounts {
  /** Without the muted ones. */
  readonly new: number;
  readonly muted: number;
  /** Of the new ones, how many a follow rule matches. */
  readonly followed: number;
}

/**
 * How many papers are new, as written with each change.
 * @throws StoreError
 */
export async function countNew(): Promise<NewCounts> {
  const { new: all, muted, followed } = await readCounters();
  return { new: all - muted, muted, followed };
}

/**
 * How many saved papers are starred, and how many are to be read next, as written with each change.
 * @throws StoreError
 */
export async function countMarked(): Promise<{ starred: number; queued: number }> {
  const { starred, queued } = await readCounters();
  return { starred, queued };
}

/** Every tag in use, most used first, then by name. */
export async function listTags(): Promise<Tag[]> {
  return withDatabase(async (database) => inUse(await database.getAll('tags')));
}

/** What the open paper needs beyond its record. */
export async function openPaper(id: PaperId): Promise<OpenPaper> {
  return withDatabase(async (database) => {
    const transaction = database.transaction(['details', 'notes']);
    const [details, note] = await Promise.all([
      transaction.objectStore('details').get(id),
      transaction.objectStore('notes').get(id),
    ]);
    return { ...(details ? { details } : {}), ...(note ? { note } : {}) };
  });
}

/** The records of some ids or aliases, in the order asked, those not stored left out. */
export async function recordsOf(ids: readonly PaperId[]): Promise<PaperRecord[]> {
  return (await lookUp(ids)).filter((record) => record !== undefined);
}

/**
 * How the papers of a page stand for it; see `stateOnPage`.
 * @throws StoreError
 */
export async function statesOnPage(ids: readonly PaperId[]): Promise<PageStates> {
  const records = await lookUp(ids);
  return Object.fromEntries(ids.map((id, index) => [id, stateOnPage(records[index])]));
}

/** Of the papers of a page, the ids that are still undecided. */
export async function undecidedOf(ids: readonly PaperId[]): Promise<PaperId[]> {
  return (await recordsOf(ids)).filter(({ state }) => isUndecided(state)).map(({ id }) => id);
}

function readCounters(): Promise<Record<CounterName, number>> {
  return withDatabase((database) => countersIn(database.transaction('counters').store));
}

/** Of a paper that has shrunk there is what is left of it. */
async function lookUp(ids: readonly PaperId[]): Promise<(PaperRecord | undefined)[]> {
  return withDatabase(async (database) => {
    const store = database.transaction('papers').store;
    const records = await Promise.all(ids.map((id) => byIdOrAlias(store, id)));
    const missing = ids.filter((_, at) => !records[at]);
    if (!missing.length) return records;
    const past = await (await import('./past')).pastRecords(missing);
    return records.map((record, at) => record ?? past.get(ids[at] ?? ''));
  });
}

function stateRange(state: PaperState): IDBKeyRange {
  return IDBKeyRange.bound([state], [state, []]);
}

/** The keys of muted papers are negative; see `withKeys`. */
function undecidedRange(state: UndecidedState): IDBKeyRange {
  return IDBKeyRange.bound([state, 0], [state, []]);
}

async function page(
  index: IndexName,
  range: IDBKeyRange | undefined,
  size: number,
  after?: IDBValidKey,
  keep?: (record: PaperRecord) => boolean,
): Promise<Page> {
  const found =
    !keep && readsRecords()
      ? await withDatabase((database) =>
          readNewestFirst(database.transaction('papers').store.index(index), range, size, after),
        )
      : undefined;
  if (found) return found;
  const { walkNewestFirst } = await import('../database/walk');
  return withDatabase((database) =>
    walkNewestFirst(database.transaction('papers').store.index(index), range, size, after, keep),
  );
}
