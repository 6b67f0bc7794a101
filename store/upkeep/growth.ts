import { pause } from '../../lib/slices';
import type { PaperId, UndecidedState } from '../../papers/paper';
import { isForgettable, isOverdue, newTime, wholeTime } from '../../papers/past';
import type { PaperRecord } from '../../papers/record';
import { connection } from '../database/connection';
import { storeError } from '../database/errors';
import type { Step } from '../database/schema';
import { type Writer, write } from '../records/writer';

/** How many papers are looked at in one transaction. */
const sliceSize = 200;

/** How many papers became what. */
export interface Aged {
  readonly missed: number;
  readonly shrunk: number;
}

/**
 * Gives an end to papers that nobody says a word of: new ones become missed after thirty days, and after
 * ninety all but what `pastOf` keeps of them goes. In slices, each kept when it is complete: it may be
 * stopped or killed at any point, and goes on when it is called again.
 * @param now ms since the epoch.
 * @param keepsAll Whether nothing shrinks.
 * @throws StoreError
 */
export async function age(now: number, keepsAll: boolean, signal?: AbortSignal): Promise<Aged> {
  const missed = await inSlices(await overdue('new', now - newTime), signal, (writer, record) => {
    if (!isOverdue(record, now)) return false;
    writer.put(record, { ...record, state: 'missed', missedAt: now });
    return true;
  });
  return { missed, shrunk: keepsAll ? 0 : await shrink(now, signal) };
}

async function shrink(now: number, signal: AbortSignal | undefined): Promise<number> {
  const ids = [
    ...(await overdue('seen', now - wholeTime)),
    ...(await overdue('missed', now - wholeTime)),
  ];
  const wanted = ids.length ? await idsInActions() : new Set<PaperId>();
  return inSlices(ids, signal, (writer, record) => {
    if (wanted.has(record.id) || !isForgettable(record, now)) return false;
    writer.shrink(record);
    return true;
  });
}

/**
 * The papers of a state whose newest list is of before an instant, muted ones included: their index is
 * by day (see `withKeys`), so that the others are not looked at.
 */
async function overdue(state: UndecidedState, before: number): Promise<PaperId[]> {
  try {
    const index = (await connection()).transaction('papers').store.index('state');
    const [muted, shown] = await Promise.all([
      index.getAllKeys(IDBKeyRange.bound([state, -1 - before], [state, 0], false, true)),
      index.getAllKeys(IDBKeyRange.bound([state, 0], [state, before])),
    ]);
    return [...shown, ...muted];
  } catch (cause) {
    throw storeError(cause);
  }
}

/** @param change Changes a paper where that is due, and says whether it was. */
async function inSlices(
  ids: readonly PaperId[],
  signal: AbortSignal | undefined,
  change: (writer: Writer, record: PaperRecord) => boolean,
): Promise<number> {
  let count = 0;
  for (let at = 0; at < ids.length && !signal?.aborted; at += sliceSize) {
    const slice = ids.slice(at, at + sliceSize);
    count += await write(async (writer) => {
      const records = await Promise.all(slice.map((id) => writer.find(id)));
      return records.filter((record) => record && change(writer, record)).length;
    });
    await pause();
  }
  return count;
}

/** What a join or a backup that can be undone is about, though the reader said nothing of it. */
async function idsInActions(): Promise<ReadonlySet<PaperId>> {
  try {
    const ids = new Set<PaperId>();
    const { store } = (await connection()).transaction('steps');
    let cursor = await store.openCursor();
    while (cursor) {
      for (const id of idsOf(cursor.value)) ids.add(id);
      cursor = await cursor.continue();
    }
    return ids;
  } catch (cause) {
    throw storeError(cause);
  }
}

function idsOf({ joined = [], restored = [] }: Step): PaperId[] {
  return [...joined.map(({ kept }) => kept.record.id), ...restored.map(({ id }) => id)];
}
