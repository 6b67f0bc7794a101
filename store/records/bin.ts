import { pause } from '../../lib/slices';
import type { PaperRecord } from '../../papers/record';
import { tagKey } from '../../papers/tag-key';
import { lastSaidAt } from '../../papers/words/paper-words';
import { forgetInActions } from '../actions/forget';
import { sliceSize, type Watch } from '../actions/in-slices';
import { settleKeys } from '../export/settle-keys';
import { maintainSearch } from '../search/maintain';
import { counts } from './queries';
import { putTombstone } from './tombstones';
import { type Writer, write } from './writer';

/** How long a deleted paper stays in the bin, in ms. */
export const binTime = 30 * 86_400_000;

/**
 * Empties the bin for good, notes included. What is left of a paper is that it was seen: its words go from
 * what can be undone, from the tags and from the prepared search texts, too.
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
  // What waits to be written to a paper goes with it.
  await settleKeys();
  let count = 0;
  const total = onProgress ? (await counts()).deleted : 0;
  for (let goesOn = true; goesOn && !signal?.aborted; ) {
    const gone = await write((writer) => purgeSlice(writer, upTo));
    count += gone;
    onProgress?.(count, Math.max(total, count));
    goesOn = gone === sliceSize;
    if (goesOn) await pause();
  }
  // The chunks are no part of the transaction above; its journal says what of them is to go.
  if (count) await maintainSearch(undefined, 0);
  return count;
}

async function purgeSlice(writer: Writer, upTo: number): Promise<number> {
  const range = IDBKeyRange.bound(['deleted'], ['deleted', upTo]);
  const papers = await writer.papers().index('state').getAll(range, sliceSize);
  if (papers.length === 0) return 0;
  for (const paper of papers) bury(writer, paper);
  await forgetPurged(writer, papers);
  return papers.length;
}

/** Takes the words of papers that were purged in this transaction out of what can be undone, and from the tags. */
export async function forgetPurged(writer: Writer, papers: readonly PaperRecord[]): Promise<void> {
  const gone = papers.flatMap(({ id, aliases = [] }) => [id, ...aliases]);
  const keys = new Set(papers.flatMap(keysOf));
  await forgetInActions(writer, new Set(gone), keys);
  await forgetTags(writer, keys);
}

/** A tag that was kept for what was said of its hue goes with its last paper, unless another one in the bin has it. */
async function forgetTags(writer: Writer, keys: ReadonlySet<string>): Promise<void> {
  const { transaction } = writer;
  const tags = transaction.objectStore('tags');
  const rows = await Promise.all([...keys].map((key) => tags.get(key)));
  const unused = rows.flatMap((tag) => (tag?.count === 0 ? tag.key : []));
  if (unused.length === 0) return;
  const bin = IDBKeyRange.bound(['deleted'], ['deleted', Number.POSITIVE_INFINITY]);
  const rest = await writer.papers().index('state').getAll(bin);
  const used = new Set(rest.flatMap(({ tags }) => tags.map(tagKey)));
  for (const key of unused) if (!used.has(key)) tags.delete(key).catch(() => {});
}

/** The tags of a paper, those that it had once included. */
function keysOf({ tags, tagStamps = [] }: PaperRecord): string[] {
  return [...tags.map(tagKey), ...tagStamps.map(({ key }) => key)];
}

function bury(writer: Writer, paper: PaperRecord): void {
  const { id, aliases, firstSeenAt } = paper;
  writer.drop(paper);
  const deletedAt = lastSaidAt(paper);
  putTombstone(writer, { id, deletedAt, firstSeenAt, ...(aliases ? { aliases } : {}) });
}
