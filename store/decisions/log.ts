import type { IDBPTransaction } from 'idb';
import type { PaperId } from '../../papers/paper';
import { unawaited } from '../database/requests';
import type { OffprintSchema, writtenStores } from '../database/schema';
import { unlearn } from '../ranking/unlearn';
import type { DecisionRow, View } from './row';

type WriteTransaction = IDBPTransaction<OffprintSchema, typeof writtenStores, 'readwrite'>;

/** How many decisions are kept: the newest ones. */
export const keptDecisions = 50_000;
/** After how many decisions the oldest are looked for. */
const prunedAtOnce = 1000;

/** How a decision came about, as far as its caller knows. */
export interface Occasion {
  readonly view?: View;
  /** The kind of page it was made on: `huggingface/day`. Without it the paper's first site is noted. */
  readonly source?: string;
  /** The paper's place on that page, from 0. */
  readonly rank?: number;
}

/** One paper's part of a decision, as the paper was before it. */
export interface Noted extends Omit<DecisionRow, 'last' | 'ids' | 'upvotes' | 'undone'> {
  readonly id: PaperId;
  readonly upvotes?: number | undefined;
}

/** What was decided within one transaction: a row for all papers of which the same is to be said. */
export class DecisionLog {
  readonly #rows = new Map<string, { about: Omit<Noted, 'id' | 'upvotes'>; of: Noted[] }>();
  #newest: Promise<number> | undefined;

  /** Reads with what else is read first behind which row the new ones come, so that it is not waited for then. */
  prefetch(transaction: WriteTransaction): Promise<unknown> {
    this.#newest ??= newestIn(transaction);
    return this.#newest;
  }

  /** Notes one decision; it is written with the transaction. */
  note(noted: Noted): void {
    const { id: _id, upvotes: _upvotes, ...about } = noted;
    const key = JSON.stringify(Object.entries(about).sort());
    const row = this.#rows.get(key) ?? { about, of: [] };
    row.of.push(noted);
    this.#rows.set(key, row);
  }

  /** Writes what was noted. */
  async settle(transaction: WriteTransaction): Promise<void> {
    const rows = [...this.#rows.values()].map(({ about, of }) => ({
      ...about,
      ids: of.map(({ id }) => id),
      upvotes: of.map(({ upvotes }) => upvotes ?? null),
    }));
    if (rows.length) await append(transaction, rows, this.#newest);
  }
}

async function newestIn(transaction: WriteTransaction): Promise<number> {
  const newest = await transaction.objectStore('decisions').openKeyCursor(null, 'prev');
  return newest?.key ?? 0;
}

/**
 * Writes rows behind those that are there, each numbered by its last decision, and forgets the oldest.
 * @param newest The number of the last row there is, where it was read already.
 * @returns Their numbers.
 */
export async function append(
  transaction: WriteTransaction,
  rows: readonly Omit<DecisionRow, 'last'>[],
  newest = newestIn(transaction),
): Promise<number[]> {
  const store = transaction.objectStore('decisions');
  const before = await newest;
  let last = before;
  const numbers: number[] = [];
  for (const row of rows) {
    last += row.ids.length;
    numbers.push(last);
    unawaited(store.put({ ...row, last }));
  }
  const isDue = Math.floor(before / prunedAtOnce) !== Math.floor(last / prunedAtOnce);
  if (isDue && last > keptDecisions)
    unawaited(store.delete(IDBKeyRange.upperBound(last - keptDecisions)));
  return numbers;
}

/**
 * Marks decisions as undone, within a running transaction.
 * @param at The time of the action.
 * @param ids The papers that were put back.
 */
export async function markUndone(
  transaction: WriteTransaction,
  at: number,
  ids: readonly PaperId[],
): Promise<void> {
  const left = new Set(ids);
  if (!left.size) return;
  unlearn(transaction.objectStore('profile'));
  let cursor = await transaction.objectStore('decisions').index('at').openCursor(at, 'prev');
  while (cursor && left.size) {
    const { undone = [], ...row } = cursor.value;
    const already = new Set(undone);
    const found = row.ids.filter((id) => left.has(id) && !already.has(id));
    for (const id of found) left.delete(id);
    if (found.length) unawaited(cursor.update({ ...row, undone: [...undone, ...found] }));
    if (left.size === 0) return;
    cursor = await cursor.continue();
  }
}
