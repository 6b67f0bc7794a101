import { announceChange } from '../../lib/announce';
import { inSlices, pause, shortSlice, sortedInSlices } from '../../lib/slices';
import type { PaperId } from '../../papers/paper';
import { isTold, likelihoodOf } from '../../papers/ranking/score';
import { listMissedIds, listWaitingIds } from '../deck/waiting-papers';
import { dropTraits, noteStale, readStale } from './kept-traits';
import { learnDecisions } from './learn-decisions';
import { type Knowledge, keepKnowledge } from './learned';
import { putScores, readScores } from './put-scores';
import { readRanked, type StoredPaper } from './ranked-papers';
import { reasonsForAll } from './reasons';
import type { Score } from './rows';
import { scoreAnew, scoreFew } from './score-anew';
import { dropGone, sketchAll } from './sketches';

/** After how many decisions every score is worked out anew. */
const enough = 5;
/** How many papers are read at once. */
const atOnce = 40;
/** Of how many papers it is kept why they are likely: more than a week of them. */
const mostReasoned = 300;

/**
 * Learns what is new in the log, and works out how much each paper is for the reader that waits for a decision: of
 * those that came since, and of all when enough was learned. For when nobody waits; killed or stopped anywhere, it is
 * done the next time. Where nothing was learned nothing is worked out.
 * @param now ms since the epoch.
 * @param signal Stops it between two slices.
 * @param changed Papers of which something may have changed since the last time.
 * @returns How many scores were worked out.
 * @throws StoreError
 */
export async function rankWaiting(
  now: number,
  signal?: AbortSignal,
  changed: readonly PaperId[] | 'any' = [],
): Promise<number> {
  const knowledge = await learnDecisions(signal);
  const { weights, scored } = knowledge;
  const kept = await readScores();
  const hasLearned = weights.papers > 0;
  const isNothingToDo = !hasLearned && !kept.rows.size;
  if (isNothingToDo) await dropGone(now, signal);
  if (signal?.aborted || isNothingToDo) return 0;
  const waiting = new Set(hasLearned ? await listWaitingIds(now) : []);
  if (hasLearned) for (const id of await listMissedIds(now)) waiting.add(id);
  await pause();
  const stale = await staleWith(changed);
  const isAnew = scored === undefined || Math.abs(weights.decisions - scored) >= enough;
  const due = isAnew ? [...waiting] : [...waiting].filter((id) => !kept.scores.has(id));
  await pause();
  const found = isAnew
    ? await scoreAnew(due, stale, weights, now, signal)
    : await scoreFew(due, weights, signal);
  const scores = found && (await withReasons(found, knowledge, signal));
  if (!scores || signal?.aborted) return 0;
  await putScores(scores, kept, waiting);
  if (isAnew) await keepKnowledge({ ...knowledge, scored: weights.decisions });
  if (due.length) await announceChange({ stores: ['scores'], ids: due });
  if (isAnew && (await sketchAll(weights, stale, now, signal))) await noteStale([]);
  return due.length;
}

/** The papers of which something has changed since all were scored; noted, since that may be long after. */
async function staleWith(changed: readonly PaperId[] | 'any'): Promise<ReadonlySet<PaperId>> {
  if (changed === 'any') await dropTraits();
  const [before, more] = [await readStale(), changed === 'any' ? [] : changed];
  const stale = new Set([...before, ...more]);
  if (stale.size > before.length) await noteStale([...stale]);
  return stale;
}

/** Says how likely each is, and why of the likeliest ones of those that are told to be so. */
async function withReasons(
  found: ReadonlyMap<PaperId, number>,
  knowledge: Knowledge,
  signal: AbortSignal | undefined,
): Promise<readonly Score[]> {
  const [scores, told]: [Score[], Score[]] = [[], []];
  const places = new Map<PaperId, number>();
  const pairs = [...found];
  const say = (from: number, to: number) => {
    for (const [id, score] of pairs.slice(from, to)) {
      const likelihood = likelihoodOf(score, knowledge.weights);
      const said = { id, score, ...(likelihood && { likelihood }) };
      if (isTold(likelihood)) {
        places.set(id, scores.length);
        told.push(said);
      }
      scores.push(said);
    }
  };
  if (!(await inSlices(pairs.length, say, [signal], 256, shortSlice))) return [];
  const sorted = await sortedInSlices(told, (one, other) => other.score - one.score);
  const likeliest = sorted.slice(0, mostReasoned).map(({ id }) => id);
  if (!likeliest.length) return scores;
  const papers: StoredPaper[] = [];
  for (let from = 0; from < likeliest.length; from += atOnce)
    papers.push(...(await readRanked(likeliest.slice(from, from + atOnce))).values());
  const reasons = await reasonsForAll(knowledge, papers, signal);
  for (const [id, own] of reasons) {
    const at = places.get(id) ?? -1;
    const score = scores[at];
    if (score) scores[at] = { ...score, reasons: own };
  }
  return scores;
}
