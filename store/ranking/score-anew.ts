import { inSlices, shortSlice } from '../../lib/slices';
import type { PaperId } from '../../papers/paper';
import { TraitReader } from '../../papers/ranking/features';
import {
  type PackedPaper,
  PackedScorer,
  packTraits,
  unpackPaper,
} from '../../papers/ranking/packed';
import { type Usual, usualOf, voteOf } from '../../papers/ranking/score';
import type { Weights } from '../../papers/ranking/weights';
import { byIds } from '../database/by-id';
import { withDatabase } from '../database/with-database';
import { Gathered } from './gathered';
import { papersTogether, readKeptTraits } from './kept-traits';
import { readRanked, type StoredPaper } from './ranked-papers';

/** How many papers are read at once: more would keep a page busy for longer than a slice. */
const readAtOnce = 40;

/** Scores by the ids of the papers; `undefined` when a signal stopped it. */
type Scores = Map<PaperId, number> | undefined;

/**
 * Scores papers, from what is kept of them as far as it can be used; what is read of the others is kept, as it is
 * read, so that who is stopped has done so much.
 * @param ids Each once.
 * @param stale Of which something has changed since.
 * @param now ms since the epoch.
 * @throws StoreError
 */
export async function scoreAnew(
  ids: readonly PaperId[],
  stale: ReadonlySet<PaperId>,
  weights: Weights,
  now: number,
  signal?: AbortSignal,
): Promise<Scores> {
  const wanted = new Set(ids);
  const scorer = new PackedScorer(weights);
  const scores = new Map<PaperId, number>();
  const gathered = new Gathered('traits', now);
  for await (const row of readKeptTraits(now)) {
    const { kept } = row;
    const live: PackedPaper[] = [];
    const isDone = await inSlices(
      kept?.ids.length ?? 0,
      (from, to) => {
        for (let at = from; kept && at < to; at += 1) {
          const id = kept.ids[at] ?? '';
          if (!wanted.has(id) || stale.has(id) || scores.has(id)) continue;
          const paper = unpackPaper(kept, at);
          live.push(paper);
          scores.set(id, scorer.score(paper));
        }
      },
      [signal],
      8,
      shortSlice,
    );
    if (!isDone) return undefined;
    // Parts that have become small, or are no longer of use, are put together with what is new.
    if (live.length < papersTogether.traits / 2) gathered.take(row, live);
  }
  const missing = ids.filter((id) => !scores.has(id));
  const read = packedOf(missing, signal);
  for await (const some of read) {
    for (const paper of some) scores.set(paper.id, scorer.score(paper));
    await gathered.add(some);
  }
  if (signal?.aborted) return undefined;
  await gathered.end();
  return scores;
}

/**
 * Scores a few papers, of which nothing is kept.
 * @throws StoreError
 */
export async function scoreFew(
  ids: readonly PaperId[],
  weights: Weights,
  signal?: AbortSignal,
): Promise<Scores> {
  const scorer = new PackedScorer(weights);
  const scores = new Map<PaperId, number>();
  for await (const some of packedOf(ids, signal))
    for (const paper of some) scores.set(paper.id, scorer.score(paper));
  return signal?.aborted ? undefined : scores;
}

/** Reads papers, a few at a time, and what is usual on their days. Ends early when a signal stops it. */
async function* packedOf(
  ids: readonly PaperId[],
  signal: AbortSignal | undefined,
): AsyncGenerator<PackedPaper[]> {
  const reader = new TraitReader();
  const usualOn = usualByDay();
  // Those that lie side by side are read with few requests.
  const sorted = ids.toSorted();
  for (let from = 0; from < sorted.length; from += readAtOnce) {
    const papers = [...(await readRanked(sorted.slice(from, from + readAtOnce))).values()];
    const usual = new Map<string, Usual>();
    for (const { day } of papers) if (!usual.has(day)) usual.set(day, await usualOn(day));
    const packed: PackedPaper[] = [];
    const work = (at: number) => {
      const paper = papers[at];
      const ofDay = paper && usual.get(paper.day);
      if (paper && ofDay) packed.push(packedPaper(paper, reader, ofDay));
    };
    if (!(await inSlices(papers.length, work, [signal], 1, shortSlice))) return;
    yield packed;
  }
}

function packedPaper(paper: StoredPaper, reader: TraitReader, usual: Usual): PackedPaper {
  return {
    id: paper.id,
    terms: packTraits(reader.read(paper)),
    vote: voteOf(paper, usual),
  };
}

/** What is usual on a day, each looked up once: of the papers on its list. */
function usualByDay(): (day: string) => Promise<Usual> {
  const known = new Map<string, Promise<Usual>>();
  const read = (day: string) =>
    withDatabase(async (database) => {
      const transaction = database.transaction(['days', 'papers']);
      const list = await transaction.objectStore('days').get(day);
      const papers = await byIds(transaction.objectStore('papers'), list?.ids ?? []);
      return usualOf((list?.ids ?? []).flatMap((id) => papers.get(id) ?? []));
    });
  return (day) => {
    const usual = known.get(day) ?? read(day);
    known.set(day, usual);
    return usual;
  };
}
