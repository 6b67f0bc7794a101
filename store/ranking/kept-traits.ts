import type { PaperId } from '../../papers/paper';
import {
  type PackedPaper,
  type PackedPapers,
  packedVersion,
  packPapers,
} from '../../papers/ranking/packed';
import { unawaited } from '../database/requests';
import { withDatabase } from '../database/with-database';

/** What is kept of papers that wait, to score them, and of those of the list besides, to find what is like one. */
export type TraitsKind = 'traits' | 'sketch';

/**
 * How many papers are kept together: some 50 kB. From 64 kB on Chromium keeps a row in a file of its own, which takes longer to read than the row
 * (https://source.chromium.org/chromium/chromium/src/+/main:third_party/blink/renderer/modules/indexeddb/idb_value_wrapping.h).
 */
export const papersTogether: Readonly<Record<TraitsKind, number>> = { traits: 48, sketch: 350 };
/** How many rows are read, or written, at once. */
export const rowsAtOnce = 4;
/** How long upvotes and texts are believed that nobody has said to have changed, in ms. */
const believed: Readonly<Record<TraitsKind, number>> = {
  traits: 7 * 86_400_000,
  sketch: 90 * 86_400_000,
};

type Key = readonly [TraitsKind, number];

/** What there is of papers, kept so that their texts need not be read again. It is made of them alone, and may be dropped. */
export interface KeptTraits extends PackedPapers {
  readonly version: number;
  /** When the first of them was read, in ms. */
  readonly readAt: number;
}

/** Some of it as it lies. */
export interface TraitsRow {
  readonly key: Key;
  /** Absent where it can no longer be used. */
  readonly kept: KeptTraits | undefined;
}

const staleKey = 'stale';
const everything = (kind: TraitsKind) => IDBKeyRange.bound([kind], [kind, []]);

/**
 * What is kept, a part at a time, the newest first.
 * @param now ms since the epoch.
 * @throws StoreError
 */
export async function* readKeptTraits(
  now: number,
  kind: TraitsKind = 'traits',
): AsyncGenerator<TraitsRow> {
  const keys = await withDatabase((database) => database.getAllKeys('ranking', everything(kind)));
  // The newest first: what was read anew stands there, beside an older copy elsewhere.
  for (let to = keys.length; to > 0; to -= rowsAtOnce) {
    const range = IDBKeyRange.bound(keys[Math.max(0, to - rowsAtOnce)], keys[to - 1]);
    const [found, rows] = await withDatabase((database) => {
      const { store } = database.transaction('ranking');
      return Promise.all([store.getAllKeys(range), store.getAll(range)]);
    });
    for (let at = found.length - 1; at >= 0; at -= 1) {
      const kept = rows[at] as KeptTraits;
      const isUsable = kept.version === packedVersion && now - kept.readAt < believed[kind];
      yield { key: found[at] as Key, kept: isUsable ? kept : undefined };
    }
  }
}

/**
 * Keeps what there is of more papers, and drops parts that are in it or of no use, at once.
 * @param readAt When the first of them was read, in ms.
 * @throws StoreError
 */
export function keepTraits(
  papers: readonly PackedPaper[],
  readAt: number,
  dropped: readonly Key[] = [],
  kind: TraitsKind = 'traits',
): Promise<void> {
  return withDatabase(async (database) => {
    const { store, done } = database.transaction('ranking', 'readwrite');
    const last = (await store.openKeyCursor(everything(kind), 'prev'))?.key as Key | undefined;
    for (const key of dropped) unawaited(store.delete([...key]));
    let number = last?.[1] ?? 0;
    for (let at = 0; at < papers.length; at += papersTogether[kind]) {
      const some = papers.slice(at, at + papersTogether[kind]);
      const kept: KeptTraits = { ...packPapers(some), version: packedVersion, readAt };
      number += 1;
      unawaited(store.put(kept, [kind, number]));
    }
    await done;
  });
}

/**
 * Whether anything is kept of papers.
 * @throws StoreError
 */
export async function isAnyKept(): Promise<boolean> {
  const ofPapers = IDBKeyRange.lowerBound([]);
  return (await withDatabase((database) => database.count('ranking', ofPapers))) > 0;
}

/**
 * Drops all that papers are scored from.
 * @throws StoreError
 */
export function dropTraits(): Promise<void> {
  return withDatabase((database) => database.delete('ranking', everything('traits')));
}

/**
 * The papers of which something has changed since it was kept what there is of them.
 * @throws StoreError
 */
export function readStale(): Promise<readonly PaperId[]> {
  return withDatabase(
    async (database) =>
      ((await database.get('ranking', staleKey)) as readonly PaperId[] | undefined) ?? [],
  );
}

/**
 * Notes such papers, or that they were read again.
 * @throws StoreError
 */
export function noteStale(ids: readonly PaperId[]): Promise<void> {
  return withDatabase(async (database) => {
    if (ids.length) await database.put('ranking', ids, staleKey);
    else await database.delete('ranking', staleKey);
  });
}
