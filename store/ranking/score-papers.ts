import { announceChange } from '../../lib/changes';
import { inSlices } from '../../lib/slices';
import type { PaperId } from '../../papers/paper';
import { TraitReader } from '../../papers/ranking/features';
import { isTold, likelihoodOf, scoreOf, type Usual, usualOf } from '../../papers/ranking/score';
import type { Weights } from '../../papers/ranking/weights';
import { unawaited } from '../database/requests';
import { withDatabase } from '../database/with-database';
import { listMissedIds, listWaitingIds } from '../deck/waiting-papers';
import { learnDecisions } from './learn-decisions';
import { type Knowledge, keepKnowledge } from './learned';
import { readRanked, type StoredPaper } from './ranked-papers';
import { reasonsForAll } from './reasons';
import type { Score } from './rows';

/** After how many decisions every score is worked out anew. */
const enough = 5;
/** How many papers are read, and written, at once. */
const atOnce = 200;
/** Of how many papers it is kept why they are likely: more than a week of them. */
const mostReasoned = 300;

/**
 * Learns what is new in the log, and works out how much each paper is for the reader that waits for a decision: of
 * those that came since, and of all when enough was learned. For when nobody waits; killed or stopped anywhere, it is
 * done the next time. Where nothing was learned nothing is worked out.
 * @param now ms since the epoch.
 * @param signal Stops it between two slices.
 * @returns How many scores were worked out.
 * @throws StoreError
 */
export async function rankWaiting(now: number, signal?: AbortSignal): Promise<number> {
  const knowledge = await learnDecisions(signal);
  const { weights, scored } = knowledge;
  const known = await knownIds();
  const hasLearned = weights.papers > 0;
  if (signal?.aborted || (!hasLearned && !known.size)) return 0;
  const waiting = hasLearned ? [...(await listWaitingIds(now)), ...(await listMissedIds(now))] : [];
  const isAnew = scored === undefined || Math.abs(weights.decisions - scored) >= enough;
  const due = isAnew ? waiting : waiting.filter((id) => !known.has(id));
  const scores = await scoresFor(due, weights, signal);
  const reasoned = scores && (await withReasons(scores, knowledge, signal));
  if (!reasoned || signal?.aborted) return 0;
  await putScores(reasoned);
  const still = new Set(waiting);
  await dropScores([...known].filter((id) => !still.has(id)));
  if (isAnew) await keepKnowledge({ ...knowledge, scored: weights.decisions });
  if (due.length) await announceChange({ stores: ['scores'], ids: due });
  return due.length;
}

async function knownIds(): Promise<Set<PaperId>> {
  return new Set(await withDatabase((database) => database.getAllKeys('scores')));
}

/** @returns `undefined` when a signal stopped it. */
async function scoresFor(
  ids: readonly PaperId[],
  weights: Weights,
  signal: AbortSignal | undefined,
): Promise<Score[] | undefined> {
  const reader = new TraitReader();
  const usualOn = usualByDay();
  const scores: Score[] = [];
  // Those that lie side by side are read with few requests.
  const sorted = ids.toSorted();
  for (let from = 0; from < sorted.length; from += atOnce) {
    const papers = [...(await readRanked(sorted.slice(from, from + atOnce))).values()];
    const usual = new Map<string, Usual>();
    for (const { day } of papers) if (!usual.has(day)) usual.set(day, await usualOn(day));
    const work = (at: number) => {
      const paper = papers[at];
      const ofDay = paper && usual.get(paper.day);
      if (paper && ofDay) scores.push(scoreFor(paper, weights, reader, ofDay));
    };
    if (!(await inSlices(papers.length, work, [signal], 1))) return undefined;
  }
  return scores;
}

function scoreFor(paper: StoredPaper, weights: Weights, reader: TraitReader, usual: Usual): Score {
  const score = scoreOf(weights, reader.read(paper), usual);
  const likelihood = likelihoodOf(score, weights);
  return { id: paper.id, score, ...(likelihood && { likelihood }) };
}

/** Says why of the likeliest ones of those that are told to be so. */
async function withReasons(
  scores: readonly Score[],
  knowledge: Knowledge,
  signal: AbortSignal | undefined,
): Promise<readonly Score[]> {
  const likeliest = scores
    .filter(({ likelihood }) => isTold(likelihood))
    .sort((one, other) => other.score - one.score)
    .slice(0, mostReasoned);
  if (!likeliest.length) return scores;
  const papers = await readRanked(likeliest.map(({ id }) => id));
  const reasons = await reasonsForAll(knowledge, [...papers.values()], signal);
  return scores.map((score) => {
    const own = reasons.get(score.id);
    return own ? { ...score, reasons: own } : score;
  });
}

/** What is usual on a day, each looked up once: of the papers on its list. */
function usualByDay(): (day: string) => Promise<Usual> {
  const known = new Map<string, Promise<Usual>>();
  const read = async (day: string) => {
    const list = await withDatabase((database) => database.get('days', day));
    return usualOf([...(await readRanked(list?.ids ?? [])).values()]);
  };
  return (day) => {
    const usual = known.get(day) ?? read(day);
    known.set(day, usual);
    return usual;
  };
}

async function putScores(scores: readonly Score[]): Promise<void> {
  for (let from = 0; from < scores.length; from += atOnce)
    await withDatabase(async (database) => {
      const { store, done } = database.transaction('scores', 'readwrite');
      for (const score of scores.slice(from, from + atOnce)) unawaited(store.put(score));
      await done;
    });
}

async function dropScores(ids: readonly PaperId[]): Promise<void> {
  if (!ids.length) return;
  await withDatabase(async (database) => {
    const { store, done } = database.transaction('scores', 'readwrite');
    for (const id of ids) unawaited(store.delete(id));
    await done;
  });
}
