import { Pauses, shortSlice } from '../../lib/slices';
import type { PaperId } from '../../papers/paper';
import { leastAlike, likenessTo } from '../../papers/ranking/alike';
import { TraitReader } from '../../papers/ranking/features';
import { sketchedLikenessTo } from '../../papers/ranking/sketch';
import type { PaperRecord } from '../../papers/record';
import { recordsOf } from '../records/queries';
import { readKnowledge } from './learned';
import { readRanked, type StoredPaper } from './ranked-papers';
import { idsToCompare, lookThroughKept, sketchMissing } from './sketches';

/** How many of each kind are told. */
const most = 5;
/** How many that seem alike are compared in full, and how many of them are read at once. */
const [mostCompared, readAtOnce] = [40, 10];

/** The papers that are most like another one, the likest first. */
export interface AlikePapers {
  /** Of those that wait for a decision. */
  readonly fresh: readonly PaperRecord[];
  /** Of the reader's own list. */
  readonly own: readonly PaperRecord[];
  /** Whether all was looked through. */
  readonly isDone: boolean;
}

interface Candidate {
  readonly id: PaperId;
  readonly is: number;
}

/** The ones that seem most alike. */
class Candidates {
  #best: Candidate[] = [];
  #least = 0;

  add(id: PaperId, is: number): void {
    if (is <= this.#least) return;
    this.#best.push({ id, is });
    if (this.#best.length >= 4 * mostCompared) this.ids();
  }

  /** The likest first. */
  ids(): PaperId[] {
    this.#best = this.#best.sort((one, other) => other.is - one.is).slice(0, mostCompared);
    if (this.#best.length === mostCompared) this.#least = this.#best.at(-1)?.is ?? 0;
    return this.#best.map(({ id }) => id);
  }
}

/**
 * Finds papers like one, of what waits for a decision and of the reader's own list. What each is about is kept; those of which nothing
 * is kept yet are read, in slices, and those that seem most alike are compared in full.
 * @param now ms since the epoch.
 * @param tell Told of the likest so far, and once more when all was looked through.
 * @throws StoreError
 */
export async function findAlike(
  id: PaperId,
  now: number,
  tell: (found: AlikePapers) => void,
  signal?: AbortSignal,
): Promise<void> {
  const [{ weights }, papers] = await Promise.all([readKnowledge(), readRanked([id])]);
  const paper = papers.get(id);
  if (!paper) return tell({ fresh: [], own: [], isDone: true });
  const reader = new TraitReader();
  const traitsOf = (one: StoredPaper) => reader.read({ ...one, sites: [] });
  const traits = traitsOf(paper);
  const [roughly, exactly] = [sketchedLikenessTo(weights, traits), likenessTo(weights, traits)];
  const { fresh, own } = await idsToCompare(now);
  const candidates = { fresh: new Candidates(), own: new Candidates() };
  const look = (other: PaperId, sketch: Uint32Array) => {
    if (other === paper.id) return;
    if (fresh.has(other)) candidates.fresh.add(other, roughly(sketch));
    else if (own.has(other)) candidates.own.add(other, roughly(sketch));
  };
  const likest = async (ids: readonly PaperId[]) => {
    const alike: Candidate[] = [];
    const pauses = new Pauses(shortSlice);
    for (let from = 0; from < ids.length; from += readAtOnce)
      for (const one of (await readRanked(ids.slice(from, from + readAtOnce))).values()) {
        const is = exactly(traitsOf(one));
        if (is >= leastAlike) alike.push({ id: one.id, is });
        await pauses.due();
      }
    alike.sort((one, other) => other.is - one.is);
    return recordsOf(alike.slice(0, most).map((one) => one.id));
  };
  const show = async (isDone: boolean) => {
    const found = {
      fresh: await likest(candidates.fresh.ids()),
      own: await likest(candidates.own.ids()),
    };
    if (!signal?.aborted) tell({ ...found, isDone });
  };
  const kept = await lookThroughKept(new Set([...fresh, ...own]), new Set(), now, look, signal);
  if (!kept) return;
  if (kept.missing.length) await show(false);
  await sketchMissing(kept, weights, look, signal);
  if (!signal?.aborted) await show(true);
}
