import { inSlices } from '../../lib/slices';
import type { PaperId } from '../../papers/paper';
import { TraitReader, type Traits } from '../../papers/ranking/features';
import { learn } from '../../papers/ranking/learn';
import { teachingOf } from '../../papers/ranking/lessons';
import { scoreOf, usualOf } from '../../papers/ranking/score';
import { freshWeights, type Weights } from '../../papers/ranking/weights';
import { withDatabase } from '../database/with-database';
import type { DecisionRow } from '../decisions/row';
import { readKnowledge } from './learned';
import { readRanked, type StoredPaper } from './ranked-papers';

/** How many of a day's papers would have stood first. */
export const firstOnes = 10;
/** How many days are looked at: the last ones. */
const mostDays = 60;
/** How many decisions are gone through again: of earlier ones next to nothing is left in the weights. */
const mostDecisions = 5000;

/** How many of the papers that would have stood first on a day the reader has kept. */
export interface Replayed {
  readonly day: string;
  /** In the order of what was known before anything of that day was decided. */
  readonly likely: number;
  /** In the order of the upvotes that each had then. */
  readonly upvotes: number;
}

/** What became of a paper: what was said of it last. */
interface Fate {
  readonly at: number;
  readonly likes: boolean;
  readonly upvotes: number | undefined;
}

/**
 * Goes through the reader's past days anew: orders each by what had been decided before, and tells how many of the
 * first ten were kept; nothing that the reader has had forgotten counts. Of days on which more than ten papers were decided on and any was kept.
 * @returns The last days, the earliest first; nothing when a signal stopped it.
 * @throws StoreError
 */
export async function replayDays(signal?: AbortSignal): Promise<Replayed[]> {
  const { since } = await readKnowledge();
  const rows = (await lastRows()).filter(({ at }) => at >= since);
  const fates = fatesIn(rows);
  const papers = await readRanked([...fates.keys()]);
  const replay = new Replay(rows, papers);
  const results: Replayed[] = [];
  for (const [day, ids] of daysIn(fates, papers)) {
    const first = Math.min(...ids.map((id) => fates.get(id)?.at ?? Number.POSITIVE_INFINITY));
    if (!(await replay.learnUntil(first, signal))) return [];
    results.push(replay.order(day, ids, fates));
  }
  return results;
}

/** The last rows of the log, the earliest first. */
function lastRows(): Promise<DecisionRow[]> {
  return withDatabase(async (database) => {
    const { store } = database.transaction('decisions');
    const newest = (await store.openKeyCursor(null, 'prev'))?.key ?? 0;
    return store.getAll(IDBKeyRange.lowerBound(newest - mostDecisions, true));
  });
}

/** What was decided first of each paper says when, what was decided last says what. */
function fatesIn(rows: readonly DecisionRow[]): Map<PaperId, Fate> {
  const fates = new Map<PaperId, Fate>();
  for (const row of rows) {
    const teaching = teachingOf(row);
    if (!teaching) continue;
    for (const [at, id] of row.ids.entries()) {
      if (row.undone?.includes(id)) continue;
      const before = fates.get(id);
      const likes = teaching.isDecision ? teaching.likes : (before?.likes ?? false);
      const upvotes = before ? before.upvotes : (row.upvotes[at] ?? undefined);
      fates.set(id, { at: before?.at ?? row.at, likes, upvotes });
    }
  }
  return fates;
}

function daysIn(
  fates: ReadonlyMap<PaperId, Fate>,
  papers: ReadonlyMap<PaperId, StoredPaper>,
): (readonly [string, PaperId[]])[] {
  const days = new Map<string, PaperId[]>();
  for (const [id, { day }] of papers) days.set(day, [...(days.get(day) ?? []), id]);
  const isTold = (ids: readonly PaperId[]) =>
    ids.length > firstOnes && ids.some((id) => fates.get(id)?.likes);
  return [...days]
    .filter(([, ids]) => isTold(ids))
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .slice(-mostDays);
}

/** Weights that learn the log once more, from its beginning. */
class Replay {
  readonly #weights: Weights = freshWeights();
  readonly #reader = new TraitReader();
  readonly #traits = new Map<PaperId, Traits>();
  #at = 0;

  constructor(
    private readonly rows: readonly DecisionRow[],
    private readonly papers: ReadonlyMap<PaperId, StoredPaper>,
  ) {}

  /** Learns what was decided before an instant, in ms; false when it was stopped. */
  learnUntil(instant: number, signal: AbortSignal | undefined): Promise<boolean> {
    const from = this.#at;
    while ((this.rows[this.#at]?.at ?? Number.POSITIVE_INFINITY) < instant) this.#at += 1;
    const rows = this.rows.slice(from, this.#at);
    return inSlices(rows.length, (at) => this.#learn(rows[at]), [signal], 1);
  }

  #learn(row: DecisionRow | undefined): void {
    const teaching = row && teachingOf(row);
    if (!row || !teaching) return;
    for (const id of row.ids) {
      const paper = row.undone?.includes(id) ? undefined : this.#traitsOf(id);
      if (paper) learn(this.#weights, { ...teaching, paper });
    }
  }

  order(day: string, ids: readonly PaperId[], fates: ReadonlyMap<PaperId, Fate>): Replayed {
    const upvotesOf = (id: PaperId) => fates.get(id)?.upvotes;
    const usual = usualOf(ids.map((id) => ({ ...this.papers.get(id), upvotes: upvotesOf(id) })));
    const scoreFor = (id: PaperId) => {
      const traits = this.#traitsOf(id);
      return traits ? scoreOf(this.#weights, { ...traits, upvotes: upvotesOf(id) }, usual) : 0;
    };
    const kept = (score: (id: PaperId) => number) =>
      ids
        .map((id) => ({ id, score: score(id) }))
        .sort((one, other) => other.score - one.score)
        .slice(0, firstOnes)
        .filter(({ id }) => fates.get(id)?.likes).length;
    return { day, likely: kept(scoreFor), upvotes: kept((id) => upvotesOf(id) ?? 0) };
  }

  #traitsOf(id: PaperId): Traits | undefined {
    const paper = this.papers.get(id);
    const traits = this.#traits.get(id) ?? (paper && this.#reader.read(paper));
    if (traits) this.#traits.set(id, traits);
    return traits;
  }
}
