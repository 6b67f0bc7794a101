import { unwrap } from 'idb';
import { type Along, outgoingPaper } from '../../exports/along';
import type { OutgoingPaper } from '../../exports/outgoing';
import { pause } from '../../lib/slices';
import type { Note } from '../../papers/note';
import type { PaperId } from '../../papers/paper';
import type { PaperDetails, PaperRecord } from '../../papers/record';
import { byIdOrAlias } from '../database/by-id';
import { rowsInRuns } from '../database/by-runs';
import { withDatabase } from '../database/with-database';
import { pastRecords } from '../records/past';
import { KeyGiver, type ReadPaper } from './keys';

/** How many papers are read at once: few enough that none of it takes long, or much memory. */
const pageSize = 250;

/** How papers are read, what is told meanwhile, and what ends it. */
export interface Outgoing {
  readonly along: Along;
  /** After which pattern papers get keys that have none yet; absent where none is needed. */
  readonly keyPattern?: string | undefined;
  /** Told after each page how many ids are done with. */
  readonly onProgress?: ((done: number) => void) | undefined;
  /** Ends it between two pages. */
  readonly signal?: AbortSignal | undefined;
}

/**
 * Papers as they leave, in the order of their ids, a page at a time; each page as of one moment.
 * @param ids Canonical ids or aliases; those not stored are left out.
 * @param now ms since the epoch.
 * @throws StoreError; what the signal was aborted with.
 */
export async function* readOutgoing(
  ids: readonly PaperId[],
  { along, keyPattern, onProgress, signal }: Outgoing,
  now: number,
): AsyncGenerator<readonly OutgoingPaper[], void> {
  const seen = new Set<PaperId>();
  const giver = new KeyGiver(keyPattern, ids.length, now);
  const pageAt = (at: number) => readWithKeys(ids.slice(at, at + pageSize), giver);
  let reading = pageAt(0);
  for (let at = 0; at < ids.length; at += pageSize) {
    signal?.throwIfAborted();
    const { page, keys } = await reading;
    const stored = page.filter(({ record }) => seen.size < seen.add(record.id).size);
    // While this page is written.
    reading = pageAt(at + pageSize);
    // Told when it is asked for, if it is.
    reading.catch(() => {});
    yield stored.map((paper) => {
      const leaving = outgoingPaper(paper, along);
      const citationKey = keys.get(paper.record.id);
      return citationKey === undefined ? leaving : { ...leaving, citationKey };
    });
    onProgress?.(Math.min(at + pageSize, ids.length));
    await pause();
  }
}

/** Reads a page, and gives its papers their keys; once more where others gave some meanwhile. */
async function readWithKeys(ids: readonly PaperId[], giver: KeyGiver) {
  for (;;) {
    const page = await readStored(ids, giver);
    const keys = await giver.give(page);
    if (keys) return { page, keys };
  }
}

async function readStored(ids: readonly PaperId[], giver: KeyGiver): Promise<readonly ReadPaper[]> {
  if (ids.length === 0) return [];
  const found = await withDatabase(async (database) => {
    const transaction = database.transaction(['papers', 'details', 'notes', 'profile']);
    const native = unwrap(transaction) as IDBTransaction;
    const [records, allDetails, allNotes] = await Promise.all([
      rowsInRuns<PaperRecord>(native.objectStore('papers'), ids),
      rowsInRuns<PaperDetails>(native.objectStore('details'), ids),
      rowsInRuns<Note>(native.objectStore('notes'), ids),
      giver.look(native),
    ]);
    return Promise.all(
      ids.map(async (id, at): Promise<ReadPaper | undefined> => {
        const own = records[at];
        if (own) return { record: own, details: allDetails[at], note: allNotes[at] };
        const record = await byIdOrAlias(transaction.objectStore('papers'), id);
        if (!record) return undefined;
        const [details, note] = await Promise.all([
          transaction.objectStore('details').get(record.id),
          transaction.objectStore('notes').get(record.id),
        ]);
        return { record, details, note };
      }),
    );
  });
  const missing = ids.filter((_, at) => !found[at]);
  if (missing.length === 0) return found.filter((one) => one !== undefined);
  const past = await withDatabase(() => pastRecords(missing));
  return ids.flatMap((id, at) => {
    const record = past.get(id);
    return found[at] ?? (record ? { record, isShrunk: true as const } : []);
  });
}
