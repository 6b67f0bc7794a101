import type { IDBPTransaction } from 'idb';
import { text } from '../../lib/text';
import type { Note } from '../../papers/note';
import { withDays } from '../../papers/noted-days';
import { isSaved, type PaperId } from '../../papers/paper';
import { type Past, pastOf, recordOf } from '../../papers/past';
import type { PaperDetails, PaperRecord } from '../../papers/record';
import { withKeys } from '../../papers/record-keys';
import type { Breath } from '../database/breath';
import { connection } from '../database/connection';
import { storeError } from '../database/errors';
import { abort, bare } from '../database/requests';
import type { OffprintSchema, StoreName, Tombstone } from '../database/schema';
import { writtenStores } from '../database/schema';
import { DecisionLog } from '../decisions/log';
import { CounterChanges } from '../derived/counter-changes';
import type { CounterName } from '../derived/counter-names';
import { MonthChanges } from '../derived/months';
import { TagCounts } from '../derived/tag-counts';
import { noteWaiting } from '../filling/waiting';
import { JournalChanges } from '../search/journal';
import { Marks } from '../sync/marks';
import { selfIn } from '../words/device';
import { PaperReader } from './paper-reader';
import { announceWritten, noteWritten } from './written';

type WriteTransaction = IDBPTransaction<OffprintSchema, typeof writtenStores, 'readwrite'>;

/**
 * One transaction over everything that a change of papers writes to. Counters, tag counts and search
 * texts follow every `put` and are written with it, so that they can never disagree with the papers.
 */
export class Writer extends PaperReader {
  readonly changed = new Set<PaperId>();
  readonly tags = new TagCounts();
  readonly decisions = new DecisionLog();
  /** Those looked up so far; see store/records/tombstones.ts. */
  readonly tombstones = new Map<PaperId, Promise<Tombstone | undefined>>();
  private readonly counters = new CounterChanges();
  private readonly journal = new JournalChanges();
  private readonly months = new MonthChanges();
  private readonly pending: Promise<unknown>[] = [];
  /** Papers that are put, but not yet written: each row is written once, as it is in the end. */
  private readonly unwritten = new Map<PaperId, PaperRecord>();
  /** Given where many papers are gone through, so that they can be written in pieces that let the page paint. */
  breath?: Breath;
  /** Given where papers behind an id are left out of the search's journal; see `leaveUnprepared`. */
  unprepared?: { readonly after: PaperId };

  constructor(
    transaction: WriteTransaction,
    /** Whose words these are; see `Self`. */
    readonly device: string,
    /** The line between notes that were written apart. */
    readonly divider: string,
    /** Notes what was said for other devices; absent where nothing is synced, or where it came from there. */
    readonly marks?: Marks,
  ) {
    super(transaction);
  }

  protected revive(past: Past): void {
    this.put(undefined, recordOf(past));
    bare(this.transaction, 'past').delete(past.id);
  }

  /** Keeps of a paper what `pastOf` does, in place of everything else. */
  shrink(record: PaperRecord): void {
    this.drop(record);
    for (const id of idsOf(record)) this.records.set(id, undefined);
    bare(this.transaction, 'past').put(pastOf(record));
  }

  /** Stores a paper in place of what was there before, with its keys, counters and search text. */
  put(before: PaperRecord | undefined, after: PaperRecord): void {
    const record = withDays(before, withKeys(after));
    this.touch(record);
    this.count(before, -1);
    this.count(record, 1);
    this.months.count(this.stored(before), record);
    for (const id of idsOf(record)) this.records.set(id, record);
    this.unwritten.set(record.id, record);
    this.journal.put(before, record);
    noteWaiting(this.transaction, before, record);
    this.marks?.paper(before, record);
  }

  /** Stores what only the open paper needs. */
  putDetails(details: PaperDetails): void {
    this.putExtra(details);
    this.outdate(details.id, true);
  }

  /** Stores details of which nothing has changed but `extra`, which no search looks at. */
  putExtra(details: PaperDetails): void {
    this.details.set(details.id, details);
    bare(this.transaction, 'details').put(details);
  }

  /** Stores a note, or with `undefined` that there is none. Its stamp goes on the record. */
  putNote(id: PaperId, note: Note | undefined): void {
    const isAbsent = this.notes.has(id) && !this.notes.get(id);
    this.notes.set(id, note);
    this.marks?.add('paper', id);
    const notes = bare(this.transaction, 'notes');
    if (note) notes.put(note);
    else if (!isAbsent) notes.delete(id);
  }

  /** Says that something a search needs has changed beside the record, with `withBody` the long texts, too. */
  outdate(id: PaperId, withBody: boolean): void {
    this.journal.outdate(id, withBody);
  }

  /** Takes a paper out whole. Only for a paper that lives on under another id. */
  drop(record: PaperRecord): void {
    this.touch(record);
    this.count(record, -1);
    this.months.count(this.stored(record), undefined);
    this.unwritten.delete(record.id);
    for (const name of ['papers', 'details', 'notes'] as const)
      bare(this.transaction, name).delete(record.id);
    for (const id of idsOf(record)) this.records.delete(id);
    this.details.delete(record.id);
    this.notes.delete(record.id);
    this.journal.drop(record);
    noteWaiting(this.transaction, record, undefined);
    this.marks?.dropped(record);
  }

  /** The store of papers as it stands within this transaction, for who reads more of it than `find` does. */
  papers() {
    this.flush();
    return this.transaction.objectStore('papers');
  }

  /** Writes the papers that were put, as the end does: for who waits for something else or goes through many. */
  flush(): void {
    const papers = bare(this.transaction, 'papers');
    for (const record of this.unwritten.values()) papers.put(record);
    this.unwritten.clear();
  }

  /** Has the transaction wait for something that makes requests when others have been answered. */
  until(work: Promise<unknown>): void {
    this.pending.push(work);
    work.catch(() => {});
  }

  /**
   * Reads what a decision on a paper is counted in with what else is read first, so that nothing is waited for after it.
   * What is not foreseen here is read when it is needed.
   * @param counters Those of the states that the paper leaves and comes to, and others.
   * @param month ISO month that it may be counted in.
   */
  async prefetchSums(counters: readonly CounterName[], month?: string): Promise<void> {
    const { transaction } = this;
    await Promise.all([
      this.counters.prefetch(transaction.objectStore('counters'), counters),
      this.decisions.prefetch(transaction),
      month && this.months.prefetch(transaction, month),
    ]);
  }

  /** Reads with what else is read first what the search has of papers whose heads will change, and the tags they get or lose. */
  async prefetchHeads(ids: readonly PaperId[], tags: readonly string[]): Promise<void> {
    await Promise.all([
      this.tags.prefetch(this.transaction.objectStore('tags'), tags),
      this.journal.prefetch(this, ids),
    ]);
  }

  /** Writes search texts and counters; the last thing done in the transaction. */
  async settle(): Promise<void> {
    const { transaction } = this;
    this.flush();
    this.marks?.settle(transaction, this.tags.looked());
    await Promise.all([
      this.journal.settle(this),
      this.months.settle(transaction),
      this.counters.settle(transaction.objectStore('counters')),
      this.decisions.settle(transaction),
      this.tags.settle(transaction.objectStore('tags')),
    ]);
    await Promise.all(this.pending);
    this.marks?.settle(transaction);
  }

  /** A paper as it was written last, days included, which callers need not hand on. */
  private stored(record: PaperRecord | undefined): PaperRecord | undefined {
    return record && (this.records.get(record.id) ?? record);
  }

  /** A page may know the paper by any of its ids. */
  private touch(record: PaperRecord): void {
    for (const id of idsOf(record)) this.changed.add(id);
  }

  private count(record: PaperRecord | undefined, change: 1 | -1): void {
    if (!record) return;
    this.counters.count(record, change);
    if (isSaved(record.state)) this.tags.count(record.tags, change);
  }
}

/**
 * Does some work in one transaction and resolves when it is complete, so that what was
 * acknowledged is kept. If the work or the transaction fails, nothing is changed.
 * @param isFromElsewhere Whether other devices said what is written, and are not to be told of it.
 * @throws StoreError
 */
export async function write<T>(
  work: (writer: Writer) => Promise<T>,
  isFromElsewhere = false,
): Promise<T> {
  // Between the connection and the transaction nothing may close it.
  const database = await connection();
  try {
    const transaction = database.transaction(writtenStores, 'readwrite');
    try {
      const { device, isSynced } = await selfIn(database, transaction.objectStore('profile'));
      const written = new Set<StoreName>();
      noteWritten(transaction, written);
      const marks = isSynced && !isFromElsewhere ? new Marks() : undefined;
      const writer = new Writer(transaction, device, text('noteDivider'), marks);
      const result = await work(writer);
      await writer.settle();
      // Said, since otherwise the database asks for more once the last answer has come back here.
      transaction.commit();
      await transaction.done;
      // Not before: whoever reads then would take from what the database and this context need to be done.
      announceWritten(written, writer.changed);
      return result;
    } catch (cause) {
      transaction.done.catch(() => {});
      abort(transaction);
      throw transaction.error ?? cause;
    }
  } catch (cause) {
    throw storeError(cause);
  }
}

function idsOf({ id, aliases = [] }: PaperRecord): readonly PaperId[] {
  return [id, ...aliases];
}
