import { Pauses, shortSlice } from '../../lib/slices';
import type { PaperId } from '../../papers/paper';
import { unawaited } from '../database/requests';
import { withDatabase } from '../database/with-database';
import type { Score } from './rows';
import { packScores, rowOf, scoresInRow } from './scores';

/** How many rows are read, or written, at once. */
const atOnce = 20;
/** How many papers are gone through before the clock is looked at. */
const step = 256;

/** The scores that are kept. */
export interface KeptScores {
  readonly scores: ReadonlyMap<PaperId, Score>;
  /** The rows that they lie in, and those that an older version has left. */
  readonly rows: ReadonlySet<string>;
}

/**
 * All scores that are kept, read in slices.
 * @throws StoreError
 */
export async function readScores(): Promise<KeptScores> {
  const pauses = new Pauses(shortSlice);
  const scores = new Map<PaperId, Score>();
  const keys = await withDatabase((database) => database.getAllKeys('scores'));
  for (let from = 0; from < keys.length; from += atOnce) {
    const range = IDBKeyRange.bound(keys[from], keys[Math.min(from + atOnce, keys.length) - 1]);
    const rows = await withDatabase((database) => database.getAll('scores', range));
    for (const row of rows) {
      for (const score of scoresInRow(row)) scores.set(score.id, score);
      await pauses.due();
    }
  }
  return { scores, rows: new Set(keys) };
}

/**
 * Keeps scores of papers that wait beside those that are kept, and drops those of papers that no longer do.
 * @param kept As they were read; only rows in which anything has changed are written.
 * @throws StoreError
 */
export async function putScores(
  scores: readonly Score[],
  kept: KeptScores,
  waiting: ReadonlySet<PaperId>,
): Promise<void> {
  const pauses = new Pauses(shortSlice);
  const fresh = new Map<PaperId, Score>();
  const rows = new Map<string, Score[]>();
  const touch = (id: PaperId) => rows.set(rowOf(id), []);
  const eachOf = async <Item>(items: Iterable<Item>, work: (item: Item) => void) => {
    let at = 0;
    for (const item of items) {
      work(item);
      at += 1;
      if (at % step === 0) await pauses.due();
    }
  };
  await eachOf(scores, (score) => {
    fresh.set(score.id, score);
    touch(score.id);
  });
  const used = new Set<string>();
  await eachOf(kept.scores.keys(), (id) => {
    used.add(rowOf(id));
    if (!waiting.has(id)) touch(id);
  });
  for (const id of kept.rows) if (!used.has(id) && !rows.has(id)) rows.set(id, []);
  await eachOf(waiting, (id) => {
    const score = fresh.get(id) ?? kept.scores.get(id);
    if (score) rows.get(rowOf(id))?.push(score);
  });
  const all = [...rows];
  for (let from = 0; from < all.length; from += atOnce) {
    await withDatabase(async (database) => {
      const { store, done } = database.transaction('scores', 'readwrite');
      for (const [id, of] of all.slice(from, from + atOnce))
        unawaited(of.length ? store.put(packScores(id, of)) : store.delete(id));
      await done;
    });
    await pauses.due();
  }
}
