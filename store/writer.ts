import type { IDBPTransaction } from 'idb';
import { announceChange } from '../lib/changes';
import type { PaperId, PaperState } from '../papers/paper';
import { isSaved } from '../papers/paper';
import { type PaperRecord, searchText, withKeys } from '../papers/record';
import { tagKey } from '../papers/tags';
import { connection } from './connection';
import { storeError } from './errors';
import { type OffprintSchema, storeNames } from './schema';

type WriteTransaction = IDBPTransaction<OffprintSchema, typeof storeNames, 'readwrite'>;

/**
 * One transaction over the whole store. Counters and tag counts follow every `put` and are written
 * with it, so that they can never disagree with the papers.
 */
export class Writer {
  readonly changed = new Set<PaperId>();
  private readonly states = new Map<PaperState, number>();
  private readonly tags = new Map<string, { name: string; change: number }>();

  constructor(readonly transaction: WriteTransaction) {}

  /** Finds a paper by its id or by an alias. */
  async find(id: PaperId): Promise<PaperRecord | undefined> {
    const papers = this.transaction.objectStore('papers');
    return (await papers.get(id)) ?? (await papers.index('alias').get(id));
  }

  /** Stores a paper in place of what was there before, with its keys, counters and search text. */
  async put(before: PaperRecord | undefined, after: PaperRecord): Promise<void> {
    const record = withKeys(after);
    this.touch(record);
    this.count(before, -1);
    this.count(record, 1);
    await this.transaction.objectStore('papers').put(record);
    if (isSaved(record.state)) await this.index(record);
    else if (before && isSaved(before.state))
      await this.transaction.objectStore('texts').delete(record.id);
  }

  /** Takes a paper out whole. Only for a paper that lives on under another id. */
  async drop(record: PaperRecord): Promise<void> {
    this.touch(record);
    this.count(record, -1);
    for (const name of ['papers', 'details', 'notes', 'texts'] as const)
      await this.transaction.objectStore(name).delete(record.id);
  }

  /** Writes the counters; the last thing done in the transaction. */
  async settle(): Promise<void> {
    const counters = this.transaction.objectStore('counters');
    for (const [state, change] of this.states)
      if (change) await counters.put(((await counters.get(state)) ?? 0) + change, state);
    const tags = this.transaction.objectStore('tags');
    for (const [key, { name, change }] of this.tags) {
      if (!change) continue;
      const stored = await tags.get(key);
      const count = (stored?.count ?? 0) + change;
      if (count > 0) await tags.put({ key, name: stored?.name ?? name, count });
      else await tags.delete(key);
    }
  }

  /** A page may know the paper by any of its ids. */
  private touch(record: PaperRecord): void {
    for (const id of [record.id, ...(record.aliases ?? [])]) this.changed.add(id);
  }

  private async index(record: PaperRecord): Promise<void> {
    const details = await this.transaction.objectStore('details').get(record.id);
    const note = record.hasNote
      ? await this.transaction.objectStore('notes').get(record.id)
      : undefined;
    await this.transaction.objectStore('texts').put({
      id: record.id,
      savedAt: record.savedAt ?? 0,
      text: searchText(record, details, note?.text),
    });
  }

  private count(record: PaperRecord | undefined, change: 1 | -1): void {
    if (!record) return;
    this.states.set(record.state, (this.states.get(record.state) ?? 0) + change);
    if (!isSaved(record.state)) return;
    for (const name of record.tags) {
      const key = tagKey(name);
      const tag = this.tags.get(key) ?? { name, change: 0 };
      tag.change += change;
      this.tags.set(key, tag);
    }
  }
}

/**
 * Does some work in one transaction and resolves when it is complete, so that what was
 * acknowledged is kept. If the work or the transaction fails, nothing is changed.
 * @throws StoreError
 */
export async function write<T>(work: (writer: Writer) => Promise<T>): Promise<T> {
  const database = await connection();
  let writer: Writer;
  let result: T;
  try {
    const transaction = database.transaction(storeNames, 'readwrite');
    writer = new Writer(transaction);
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
  if (writer.changed.size) await announceChange([...writer.changed]);
  return result;
}

function abort(transaction: WriteTransaction): void {
  try {
    transaction.abort();
  } catch {
    // Already finished: an aborted transaction cannot be aborted again.
  }
}
