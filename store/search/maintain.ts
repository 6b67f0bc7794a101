import type { PaperId } from '../../papers/paper';
import type { Entry } from '../../papers/search/entry';
import { connection } from '../database/connection';
import { type JournalEntry, journalStore } from '../database/schema';
import { withDatabase } from '../database/with-database';
import { buildSearch, entriesIn } from './build';
import { chunkSize } from './chunks';
import { putChunks, step, type Transaction } from './step';

/** How many papers the journal may hold before it is worth moving them into the chunks. */
export const journalLimit = 200;

/**
 * Brings the prepared search texts into shape: builds them where they are missing or were built by
 * other rules, then moves a long journal into the chunks. Every step is one short transaction that
 * leaves the whole true, so it may be stopped or killed at any point. For when nobody waits.
 * @param signal Stops it between two steps.
 * @param limit Up to how many papers the journal is left alone.
 * @throws StoreError
 */
export async function maintainSearch(signal?: AbortSignal, limit = journalLimit): Promise<void> {
  return withDatabase(async () => {
    await buildSearch(signal);
    if ((await (await connection()).count(journalStore)) <= limit) return;
    while (!signal?.aborted && (await step(moveJournal)));
  });
}

/** Moves what the journal says of the papers of one chunk into that chunk. */
async function moveJournal(transaction: Transaction): Promise<boolean> {
  const journal = transaction.objectStore(journalStore);
  const id = await journal.getKey(IDBKeyRange.lowerBound(''));
  if (id === undefined) return false;
  const range = await rangeAround(transaction, id);
  const changes = await journal.getAll(range.keys, chunkSize);
  const { entries, isHeadOnly } = await merged(transaction, range.first, changes);
  await putChunks(transaction, range.first, entries, !isHeadOnly);
  for (const change of changes) await journal.delete(change.id);
  const store = transaction.objectStore('preparation');
  const stored = await store.get('search');
  if (stored) await store.put({ ...stored, generation: stored.generation + 1 }, 'search');
  return true;
}

interface Range {
  readonly first: PaperId;
  readonly keys: IDBKeyRange;
}

async function rangeAround(transaction: Transaction, id: PaperId): Promise<Range> {
  const heads = transaction.objectStore('heads');
  const [before, after] = await Promise.all([
    heads.openKeyCursor(IDBKeyRange.upperBound(id), 'prev'),
    heads.openKeyCursor(IDBKeyRange.lowerBound(id, true)),
  ]);
  const first = before?.key ?? '';
  const keys = after
    ? IDBKeyRange.bound(first, after.key, false, true)
    : IDBKeyRange.lowerBound(first);
  return { first, keys };
}

/** The entries of a chunk with the journal's word on them, in the order of their ids. */
async function merged(
  transaction: Transaction,
  first: PaperId,
  changes: readonly JournalEntry[],
): Promise<{ entries: Entry[]; isHeadOnly: boolean }> {
  const heads = await transaction.objectStore('heads').get(first);
  const bodies = await transaction.objectStore('bodies').get(first);
  const known = new Set(heads?.id);
  const isHeadOnly = changes.every(
    ({ id, head, body }) => head && body === undefined && known.has(id),
  );
  const entries = entriesIn(heads, bodies, changes);
  const sorted = [...entries.values()].sort((one, other) => (one.head.id < other.head.id ? -1 : 1));
  return { entries: sorted, isHeadOnly };
}
