import { pause } from '../lib/slices';
import type { PaperRecord } from '../papers/record';
import { lastSaidAt } from '../papers/words/paper-words';
import { sliceSize, type Watch } from './actions/change';
import { counts } from './queries';
import { putTombstone } from './tombstones';
import { type Writer, write } from './writer';

/** How long a deleted paper stays in the bin, in ms. */
export const binTime = 30 * 86_400_000;

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
  const total = onProgress ? (await counts()).deleted : 0;
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
  for (const paper of papers) bury(writer, paper);
  return papers.length;
}

function bury(writer: Writer, paper: PaperRecord): void {
  const { id, aliases, firstSeenAt } = paper;
  writer.drop(paper);
  const deletedAt = lastSaidAt(paper);
  putTombstone(writer, { id, deletedAt, firstSeenAt, ...(aliases ? { aliases } : {}) });
}
