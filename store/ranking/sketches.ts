import { inSlices, Pauses, shortSlice } from '../../lib/slices';
import type { PaperId } from '../../papers/paper';
import { TraitReader } from '../../papers/ranking/features';
import { type PackedPaper, unpackPaper } from '../../papers/ranking/packed';
import { sketchOf } from '../../papers/ranking/sketch';
import type { Weights } from '../../papers/ranking/weights';
import { listWaitingIds } from '../deck/waiting-papers';
import { idsIn } from '../records/ids-in';
import { Gathered } from './gathered';
import { dropTraits, isAnyKept, papersTogether, readKeptTraits } from './kept-traits';
import { readRanked } from './ranked-papers';

/** How many papers are read at once. */
const readAtOnce = 40;

/** Told of papers and their sketches. */
type Look = (id: PaperId, sketch: Uint32Array) => void;

const everyListed = () => IDBKeyRange.bound(Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY);

/**
 * Every paper that waits for a decision, and those of the reader's list.
 * @param now ms since the epoch.
 * @throws StoreError
 */
export async function idsToCompare(
  now: number,
): Promise<{ readonly fresh: ReadonlySet<PaperId>; readonly own: ReadonlySet<PaperId> }> {
  const fresh = new Set(await listWaitingIds(now));
  const own = new Set<PaperId>();
  for await (const part of idsIn('list', everyListed())) for (const id of part) own.add(id);
  return { fresh, own };
}

/**
 * Goes through the sketches of papers that are kept.
 * @param wanted Of which; of others nothing is kept any longer.
 * @param changed Of which something has changed since they were sketched.
 * @returns Those that have to be sketched yet; `undefined` when a signal stopped it.
 * @throws StoreError
 */
export async function lookThroughKept(
  wanted: ReadonlySet<PaperId>,
  changed: ReadonlySet<PaperId>,
  now: number,
  look: Look,
  signal?: AbortSignal,
): Promise<{ readonly missing: readonly PaperId[]; readonly gathered: Gathered } | undefined> {
  const gathered = new Gathered('sketch', now);
  const found = new Set<PaperId>();
  const pauses = new Pauses(shortSlice);
  for await (const row of readKeptTraits(now, 'sketch')) {
    const { kept } = row;
    const live: PackedPaper[] = [];
    for (let at = 0; kept && at < kept.ids.length; at += 1) {
      const paper = unpackPaper(kept, at);
      if (!wanted.has(paper.id) || changed.has(paper.id) || found.has(paper.id)) continue;
      found.add(paper.id);
      live.push(paper);
      look(paper.id, paper.terms);
    }
    const isLess = live.length < (kept?.ids.length ?? 1);
    if (isLess || live.length < papersTogether.sketch / 2) gathered.take(row, live);
    await pauses.due();
    if (signal?.aborted) return undefined;
  }
  return { missing: [...wanted].filter((id) => !found.has(id)), gathered };
}

/**
 * Reads papers and keeps what they are about, in slices.
 * @throws StoreError
 */
export async function sketchMissing(
  { missing, gathered }: { readonly missing: readonly PaperId[]; readonly gathered: Gathered },
  weights: Weights,
  look: Look,
  signal?: AbortSignal,
): Promise<void> {
  const reader = new TraitReader();
  const sorted = missing.toSorted();
  for (let from = 0; from < sorted.length; from += readAtOnce) {
    const papers = [...(await readRanked(sorted.slice(from, from + readAtOnce))).values()];
    const sketched: PackedPaper[] = [];
    const work = (at: number) => {
      const paper = papers[at];
      if (!paper) return;
      // Two papers are not alike for having been met on one site.
      const terms = sketchOf(weights, reader.read({ ...paper, sites: [] }));
      sketched.push({ id: paper.id, terms, vote: { votes: 0, stars: 0 } });
      look(paper.id, terms);
    };
    if (!(await inSlices(papers.length, work, [signal], 1, shortSlice))) break;
    await gathered.add(sketched);
  }
  await gathered.end();
}

/**
 * Keeps a sketch of every paper that others are compared with, so that who asks what is like one need not wait.
 * @param changed Papers of which something has changed since the last time.
 * @param now ms since the epoch.
 * @returns False when a signal stopped it before the end.
 * @throws StoreError
 */
export async function sketchAll(
  weights: Weights,
  changed: ReadonlySet<PaperId>,
  now: number,
  signal?: AbortSignal,
): Promise<boolean> {
  const { fresh, own } = await idsToCompare(now);
  const nothing = () => undefined;
  const kept = await lookThroughKept(new Set([...fresh, ...own]), changed, now, nothing, signal);
  if (kept) await sketchMissing(kept, weights, nothing, signal);
  return !signal?.aborted;
}

/**
 * Drops what is kept of papers that are gone, and what others would be scored from: for where nothing is worked out. Who was at work
 * while everything was deleted may have kept it after that.
 * @param now ms since the epoch.
 * @throws StoreError
 */
export async function dropGone(now: number, signal?: AbortSignal): Promise<void> {
  if (!(await isAnyKept())) return;
  await dropTraits();
  const { fresh, own } = await idsToCompare(now);
  const nothing = () => undefined;
  const kept = await lookThroughKept(new Set([...fresh, ...own]), new Set(), now, nothing, signal);
  await kept?.gathered.end();
}
