import { announceChange } from '../../lib/announce';
import {
  freshWeights,
  packWeights,
  unpackWeights,
  type Weights,
} from '../../papers/ranking/weights';
import { withDatabase } from '../database/with-database';
import type { Learned } from './rows';
import { unlearnedKey } from './unlearn';

/** Where it lies in `ranking`. */
const key = 'learned';

/** What was learned so far, and what it stands on. */
export interface Knowledge {
  readonly weights: Weights;
  /** See `Learned`. */
  readonly upTo: number;
  readonly since: number;
  readonly scored: number | undefined;
  /** What was stored when it was read: whoever finds something else has to read it again. */
  readonly basis: { readonly generation: number; readonly unlearned: unknown };
}

async function readLearned(rows: {
  get(name: typeof key): Promise<unknown>;
}): Promise<Learned | undefined> {
  return (await rows.get(key)) as Learned | undefined;
}

/**
 * What was learned so far. Begins anew where the log has lost something since, where it was emptied, and where
 * what is stored cannot be read.
 * @throws StoreError
 */
export function readKnowledge(): Promise<Knowledge> {
  return withDatabase(async (database) => {
    const transaction = database.transaction(['ranking', 'profile', 'decisions']);
    const [learned, unlearned, newest] = await Promise.all([
      readLearned(transaction.objectStore('ranking')),
      transaction.objectStore('profile').get(unlearnedKey),
      transaction.objectStore('decisions').openKeyCursor(null, 'prev'),
    ]);
    const basis = { generation: learned?.generation ?? 0, unlearned };
    const isWhole = unlearned === undefined && (learned?.upTo ?? 0) <= (newest?.key ?? 0);
    const weights = isWhole ? unpackWeights(learned?.weights) : undefined;
    return {
      weights: weights ?? freshWeights(),
      upTo: weights ? (learned?.upTo ?? 0) : 0,
      since: learned?.since ?? 0,
      scored: weights && learned?.scored,
      basis,
    };
  });
}

/**
 * Keeps what was learned, unless another has learned meanwhile or the log has lost something again.
 * @returns What it stands on from now on; `undefined` where nothing was kept.
 * @throws StoreError
 */
export function keepKnowledge({
  weights,
  upTo,
  since,
  scored,
  basis,
}: Knowledge): Promise<Knowledge['basis'] | undefined> {
  return withDatabase(async (database) => {
    const transaction = database.transaction(['ranking', 'profile'], 'readwrite');
    const [rows, profile] = [
      transaction.objectStore('ranking'),
      transaction.objectStore('profile'),
    ];
    const [learned, unlearned] = await Promise.all([readLearned(rows), profile.get(unlearnedKey)]);
    const isAnothers = (learned?.generation ?? 0) !== basis.generation;
    if (isAnothers || unlearned !== basis.unlearned) return undefined;
    const generation = basis.generation + 1;
    const kept: Learned = {
      ...{ weights: packWeights(weights), upTo, generation },
      ...(since > 0 && { since }),
      ...(scored !== undefined && { scored }),
    };
    await Promise.all([rows.put(kept, key), profile.delete(unlearnedKey), transaction.done]);
    return { generation, unlearned: undefined };
  });
}

/**
 * Forgets what was learned. It is learned anew from the log, but for what was decided before an instant.
 * @param before ms since the epoch; what was forgotten stays so, whatever is given later.
 * @throws StoreError
 */
export function forgetBefore(before: number): Promise<void> {
  return withDatabase(async (database) => {
    const transaction = database.transaction(['ranking', 'scores'], 'readwrite');
    const rows = transaction.objectStore('ranking');
    const learned = await readLearned(rows);
    const generation = (learned?.generation ?? 0) + 1;
    const since = Math.max(before, learned?.since ?? 0);
    const kept: Learned = { weights: packWeights(freshWeights()), upTo: 0, generation, since };
    await Promise.all([
      rows.put(kept, key),
      transaction.objectStore('scores').clear(),
      transaction.done,
    ]);
    await announceChange({ stores: ['ranking', 'scores'] });
  });
}
