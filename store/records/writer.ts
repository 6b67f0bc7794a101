import type { IDBPTransaction } from 'idb';
import { announceChange } from '../../lib/changes';
import { text } from '../../lib/text';
import { withDays } from '../../papers/noted-days';
import type { PaperId } from '../../papers/paper';
import { isSaved } from '../../papers/paper';
import { pastOf, recordOf } from '../../papers/past';
import { type PaperDetails, type PaperRecord, withKeys } from '../../papers/record';
import { isSameStamp } from '../../papers/words/stamp';
import { connection } from '../database/connection';
import { storeError } from '../database/errors';
import {
  journalStore,
  type OffprintSchema,
  type StoreName,
  type Tombstone,
  writtenStores,
} from '../database/schema';
import { DecisionLog } from '../decisions/log';
import type { CounterName } from '../derived/counter-names';
import { MonthChanges } from '../derived/months';
import { TagCounts } from '../derived/tag-counts';
import { countersOf } from '../derived/tally';
import { journalEntry } from '../search/journal';
import { deviceName } from '../words/device';
import { isShown, noting } from './written';

type WriteTransaction = IDBPTransaction<OffprintSchema, typeof writtenStores, 'readwrite'>;

/** How many papers are prepared for the search side by side: enough to keep the database busy. */
const atOnce = 100;

/**
 * One transaction over everything that a change of papers writes to. Counters, tag counts and search
 * texts follow every `put` and are written with it, so that they can never disagree with the papers.
 */
export class Writer {
  readonly changed = new Set<PaperId>();
  readonly tags = new TagCounts();
  readonly decisions = new DecisionLog();
  /** Those looked up so far; see store/records/tombstones.ts. */
  readonly tombstones = new Map<PaperId, Promise<Tombstone | undefined>>();
  private readonly counters = new Map<CounterName, number>();
  /** Papers to prepare for the search anew, and whether their long texts too. */
  private readonly stale = new Map<PaperId, boolean>();
  private readonly months = new MonthChanges();
  /** What has been read or written so far, by every id asked for. */
  private readonly records = new Map<PaperId, PaperRecord | undefined>();
  private readonly details = new Map<PaperId, PaperDetails | undefined>();

  /** Papers that were in the list before; the chunks may hold them. */
  private readonly left = new Set<PaperId>();

  constructor(
    readonly transaction: WriteTransaction,
    /** Whose words these are; see `deviceName`. */
    readonly device: string,
    /** The line between notes that were written apart. */
    readonly divider: string,
  ) {}

  /**
   * Finds a paper by its id or by an alias, as it stands within this transaction. One that had shrunk is
   * a paper like any other from then on.
   */
  async find(id: PaperId): Promise<PaperRecord | undefined> {
    if (this.records.has(id)) return this.records.get(id);
    const papers = this.transaction.objectStore('papers');
    const record = (await papers.get(id)) ?? (await this.findElsewhere(id));
    if (!this.records.has(id)) this.records.set(id, record);
    return this.records.get(id);
  }

  private async findElsewhere(id: PaperId): Promise<PaperRecord | undefined> {
    const store = this.transaction.objectStore('past');
    const [record, ...rows] = await Promise.all([
      this.transaction.objectStore('papers').index('alias').get(id),
      store.get(id),
      store.index('alias').get(id),
    ]);
    const past = rows.find((row) => row !== undefined);
    if (record || !past) return record;
    if (!this.records.get(past.id)) {
      this.put(undefined, recordOf(past));
      unawaited(store.delete(past.id));
    }
    return this.records.get(past.id);
  }

  /** Keeps of a paper what `pastOf` does, in place of everything else. */
  shrink(record: PaperRecord): void {
    this.drop(record);
    for (const id of idsOf(record)) this.records.set(id, undefined);
    unawaited(this.transaction.objectStore('past').put(pastOf(record)));
  }

  /** The details of a paper as they stand within this transaction. */
  async findDetails(id: PaperId): Promise<PaperDetails | undefined> {
    if (this.details.has(id)) return this.details.get(id);
    const details = await this.transaction.objectStore('details').get(id);
    if (!this.details.has(id)) this.details.set(id, details);
    return this.details.get(id);
  }

  /** Reads many papers side by side, for work that looks at one after the other. */
  async prefetch(ids: readonly PaperId[]): Promise<void> {
    await Promise.all(ids.flatMap((id) => [this.find(id), this.findDetails(id)]));
  }

  /** Stores a paper in place of what was there before, with its keys, counters and search text. */
  put(before: PaperRecord | undefined, after: PaperRecord): void {
    const record = withDays(before, withKeys(after));
    this.touch(record);
    this.count(before, -1);
    this.count(record, 1);
    this.months.count(this.stored(before), record);
    for (const id of idsOf(record)) this.records.set(id, record);
    unawaited(this.transaction.objectStore('papers').put(record));
    const wasSaved = before !== undefined && isSaved(before.state);
    if (wasSaved) this.left.add(record.id);
    if (isSaved(record.state) || wasSaved)
      this.outdate(record.id, !wasSaved || !isSameStamp(before.stamps.note, record.stamps.note));
  }

  /** Stores what only the open paper needs. */
  putDetails(details: PaperDetails): void {
    this.details.set(details.id, details);
    unawaited(this.transaction.objectStore('details').put(details));
    this.outdate(details.id, true);
  }

  /**
   * Says that something a search needs has changed beside the record.
   * @param withBody Whether the long texts have, too.
   */
  outdate(id: PaperId, withBody: boolean): void {
    this.stale.set(id, withBody || this.stale.get(id) === true);
  }

  /** Takes a paper out whole. Only for a paper that lives on under another id. */
  drop(record: PaperRecord): void {
    this.touch(record);
    this.count(record, -1);
    this.months.count(this.stored(record), undefined);
    for (const name of ['papers', 'details', 'notes'] as const)
      unawaited(this.transaction.objectStore(name).delete(record.id));
    for (const id of idsOf(record)) this.records.delete(id);
    this.details.delete(record.id);
    if (isSaved(record.state)) this.left.add(record.id);
    this.outdate(record.id, true);
  }

  /** Writes search texts and counters; the last thing done in the transaction. */
  async settle(): Promise<void> {
    const stale = [...this.stale];
    for (let at = 0; at < stale.length; at += atOnce)
      await Promise.all(
        stale.slice(at, at + atOnce).map(([id, withBody]) => this.prepare(id, withBody)),
      );
    const counters = this.transaction.objectStore('counters');
    await Promise.all([
      this.months.settle(this.transaction),
      ...[...this.counters].map(async ([name, change]) => {
        if (change) unawaited(counters.put(((await counters.get(name)) ?? 0) + change, name));
      }),
      this.decisions.settle(this.transaction),
      this.tags.settle(this.transaction.objectStore('tags')),
    ]);
  }

  /** A paper as it was written last, days included, which callers need not hand on. */
  private stored(record: PaperRecord | undefined): PaperRecord | undefined {
    return record && (this.records.get(record.id) ?? record);
  }

  /** A page may know the paper by any of its ids. */
  private touch(record: PaperRecord): void {
    for (const id of idsOf(record)) this.changed.add(id);
  }

  private async prepare(id: PaperId, withBody: boolean): Promise<void> {
    const journal = this.transaction.objectStore(journalStore);
    const record = await this.find(id);
    const isHere = record?.id === id;
    const entry = isHere ? await journalEntry(this.transaction, record, withBody) : undefined;
    if (entry) unawaited(journal.put(entry));
    else if (this.left.has(id)) unawaited(journal.put({ id }));
  }

  private count(record: PaperRecord | undefined, change: 1 | -1): void {
    if (!record) return;
    for (const name of countersOf(record))
      this.counters.set(name, (this.counters.get(name) ?? 0) + change);
    if (isSaved(record.state)) this.tags.count(record.tags, change);
  }
}

/**
 * Does some work in one transaction and resolves when it is complete, so that what was
 * acknowledged is kept. If the work or the transaction fails, nothing is changed.
 * @throws StoreError
 */
export async function write<T>(work: (writer: Writer) => Promise<T>): Promise<T> {
  // The connection last: between it and the transaction nothing may close it.
  const device = await deviceName();
  const database = await connection();
  const written = new Set<StoreName>();
  let writer: Writer;
  let result: T;
  try {
    const transaction = noting(database.transaction(writtenStores, 'readwrite'), written);
    writer = new Writer(transaction, device, text('noteDivider'));
    try {
      result = await work(writer);
      await writer.settle();
      await transaction.done;
    } catch (cause) {
      transaction.done.catch(() => {});
      abort(transaction);
      throw transaction.error ?? cause;
    }
  } catch (cause) {
    throw storeError(cause);
  }
  if (writer.changed.size || isShown(written))
    void announceChange({ stores: [...written], ids: [...writer.changed] });
  return result;
}

function idsOf({ id, aliases = [] }: PaperRecord): readonly PaperId[] {
  return [id, ...aliases];
}

/** A request that fails aborts its transaction, which `write` waits for; nobody waits for the request. */
function unawaited(request: Promise<unknown>): void {
  request.catch(() => {});
}

function abort(transaction: WriteTransaction): void {
  try {
    transaction.abort();
  } catch {
    // Already finished: an aborted transaction cannot be aborted again.
  }
}
