import { pause } from '../lib/slices';
import type { PaperId } from '../papers/paper';
import type { PaperRecord } from '../papers/record';
import { changeMany, type Outcome, sliceSize, type Watch } from './actions/change';
import { connection } from './connection';
import { storeError } from './errors';
import { listSaved, type Page } from './queries';
import { type Writer, write } from './writer';

/** How long a deleted paper stays in the bin, in ms. */
export const binTime = 30 * 86_400_000;

/**
 * A page of the bin, the last one deleted first.
 * @param after The `next` of the page before.
 * @throws StoreError
 */
export function listDeleted(size: number, after?: IDBValidKey): Promise<Page> {
  return listSaved({ state: 'deleted' }, size, after);
}

/**
 * How many papers are in the bin.
 * @throws StoreError
 */
export async function countDeleted(): Promise<number> {
  try {
    return (await (await connection()).get('counters', 'deleted')) ?? 0;
  } catch (cause) {
    throw storeError(cause);
  }
}

/**
 * Takes papers out of the bin, to where they were before they were deleted.
 * @throws StoreError
 */
export function restore(ids: readonly PaperId[], now: number, watch: Watch = {}): Promise<Outcome> {
  return changeMany(ids, { kind: 'restore' }, now, watch);
}

/**
 * Empties the bin for good, notes included. What is left of a paper is that it was seen.
 * @returns How many papers went.
 * @throws StoreError
 */
export function emptyBin(watch: Watch = {}): Promise<number> {
  return purge(Number.POSITIVE_INFINITY, watch);
}

/**
 * Does the same with papers that were deleted thirty days ago or earlier.
 * @param now ms since the epoch.
 * @throws StoreError
 */
export function purgeBin(now: number, watch: Watch = {}): Promise<number> {
  return purge(now - binTime, watch);
}

async function purge(upTo: number, { signal, onProgress }: Watch): Promise<number> {
  let count = 0;
  const total = onProgress ? await countDeleted() : 0;
  for (let goesOn = true; goesOn && !signal?.aborted; ) {
    const gone = await write((writer) => purgeSlice(writer, upTo));
    count += gone;
    onProgress?.(count, Math.max(total, count));
    goesOn = gone === sliceSize;
    if (goesOn) await pause();
  }
  return count;
}

async function purgeSlice(writer: Writer, upTo: number): Promise<number> {
  const range = IDBKeyRange.bound(['deleted'], ['deleted', upTo]);
  const papers = await writer.transaction
    .objectStore('papers')
    .index('state')
    .getAll(range, sliceSize);
  await Promise.all(papers.map((paper) => bury(writer, paper)));
  return papers.length;
}

async function bury(writer: Writer, paper: PaperRecord): Promise<void> {
  const { id, aliases, firstSeenAt, updatedAt } = paper;
  const sightings = writer.transaction.objectStore('sightings');
  const tombstones = writer.transaction.objectStore('tombstones');
  const seen = await sightings.index('paper').getAllKeys(IDBKeyRange.only(id));
  for (const key of seen) sightings.delete(key).catch(() => {});
  writer.drop(paper);
  const buried = { id, deletedAt: updatedAt.state, firstSeenAt, ...(aliases ? { aliases } : {}) };
  tombstones.put(buried).catch(() => {});
}
