import { announceChange } from '../../lib/announce-change';
import { inSlices } from '../../lib/slices';
import type { PaperId } from '../../papers/paper';
import { TraitReader } from '../../papers/ranking/features';
import { likelihoodOf, scoreOf, type Usual, usualOf } from '../../papers/ranking/score';
import type { Weights } from '../../papers/ranking/weights';
import { withDatabase } from '../database/with-database';
import { listWaiting } from '../deck/waiting-papers';
import { learnDecisions } from './learn-decisions';
import { keepKnowledge } from './learned';
import { readRanked } from './ranked-papers';
import type { Score } from './rows';

/** After how many decisions every score is worked out anew. */
const enough = 5;
/** How many papers are read, and written, at once. */
const atOnce = 200;

/**
 * Learns what is new in the log, and works out how much each paper is for the reader that waits for a decision: of
 * those that came since, and of all when enough was learned. For when nobody waits; killed anywhere, it is done the
 * next time.
 * @param now ms since the epoch.
 * @param signal Stops it between two slices.
 * @returns How many scores were worked out.
 * @throws StoreError
 */
export async function rankWaiting(now: number, signal?: AbortSignal): Promise<number> {
  const knowledge = await learnDecisions(signal);
  const { weights, scored } = knowledge;
  const waiting = (await listWaiting(now)).map(({ id }) => id);
  const known = await knownIds();
  const isAnew = scored === undefined || Math.abs(weights.decisions - scored) >= enough;
  const due = isAnew ? waiting : waiting.filter((id) => !known.has(id));
  const usualOn = usualByDay();
  const reader = new TraitReader();
  for (let at = 0; at < due.length; at += atOnce) {
    const scores = await scoresFor(due.slice(at, at + atOnce), weights, reader, usualOn, signal);
    if (!scores) return at;
    await putScores(scores);
  }
  await dropScores([...known].filter((id) => !waiting.includes(id)));
  if (isAnew) await keepKnowledge({ ...knowledge, scored: weights.decisions });
  if (due.length) await announceChange({ stores: ['scores'], ids: due });
  return due.length;
}

/**
 * The scores of some papers, by the ids asked; of those that have none yet nothing.
 * @throws StoreError
 */
export function scoresOf(ids: readonly PaperId[]): Promise<Map<PaperId, Score>> {
  return withDatabase(async (database) => {
    const { store } = database.transaction('scores');
    const scores = await Promise.all(ids.map((id) => store.get(id)));
    return new Map(scores.flatMap((score) => (score ? [[score.id, score] as const] : [])));
  });
}

async function knownIds(): Promise<Set<PaperId>> {
  return new Set(await withDatabase((database) => database.getAllKeys('scores')));
}

async function scoresFor(
  ids: readonly PaperId[],
  weights: Weights,
  reader: TraitReader,
  usualOn: (day: string) => Promise<Usual>,
  signal: AbortSignal | undefined,
): Promise<Score[] | undefined> {
  const papers = [...(await readRanked(ids)).values()];
  const usual = new Map<string, Usual>();
  for (const { day } of papers) if (!usual.has(day)) usual.set(day, await usualOn(day));
  const scores: Score[] = [];
  const work = (at: number) => {
    const paper = papers[at];
    const ofDay = paper && usual.get(paper.day);
    if (!paper || !ofDay) return;
    const score = scoreOf(weights, reader.read(paper), ofDay);
    const likelihood = likelihoodOf(score, weights);
    scores.push({ id: paper.id, score, ...(likelihood && { likelihood }) });
  };
  return (await inSlices(papers.length, work, [signal], 1)) ? scores : undefined;
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

function putScores(scores: readonly Score[]): Promise<void> {
  return withDatabase(async (database) => {
    const transaction = database.transaction('scores', 'readwrite');
    await Promise.all([...scores.map((score) => transaction.store.put(score)), transaction.done]);
  });
}

function dropScores(ids: readonly PaperId[]): Promise<void> {
  return withDatabase(async (database) => {
    const transaction = database.transaction('scores', 'readwrite');
    await Promise.all([...ids.map((id) => transaction.store.delete(id)), transaction.done]);
  });
}
