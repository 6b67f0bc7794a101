import { inSlices, Pauses, shortSlice } from '../../lib/slices';
import type { PaperId } from '../../papers/paper';
import { TraitReader } from '../../papers/ranking/features';
import { type Hint, hintsOf } from '../../papers/ranking/hints';
import { teachingOf } from '../../papers/ranking/lessons';
import { Evidence, type Reason } from '../../papers/ranking/reasons';
import { withDatabase } from '../database/with-database';
import { type Knowledge, readKnowledge } from './learned';
import { readRanked, type StoredPaper } from './ranked-papers';

/** How many of the papers decided on last are looked through for examples. */
const mostExamples = 1000;
/** How many rows of the log, and papers, are read at once. */
const atOnce = 40;

/**
 * Why a paper is likely for the reader, in examples of the reader's own. For one paper that is looked at: it reads the
 * papers decided on last.
 * @returns Nothing where there is no reason, or no such paper.
 * @throws StoreError
 */
export async function reasonsFor(id: PaperId, signal?: AbortSignal): Promise<readonly Reason[]> {
  const [knowledge, papers] = await Promise.all([readKnowledge(), readRanked([id])]);
  const paper = papers.get(id);
  if (!paper) return [];
  return (await reasonsForAll(knowledge, [paper], signal)).get(paper.id) ?? [];
}

/**
 * The same for many papers at once, for which the papers decided on last are read once.
 * @returns By their ids; of those without a reason nothing, and nothing at all when a signal stopped it.
 * @throws StoreError
 */
export async function reasonsForAll(
  { weights, since }: Pick<Knowledge, 'weights' | 'since'>,
  papers: readonly StoredPaper[],
  signal?: AbortSignal,
): Promise<Map<PaperId, Reason[]>> {
  const reader = new TraitReader();
  const hints = new Map<PaperId, Hint[]>();
  const hint = (at: number) => {
    const paper = papers[at];
    if (paper) hints.set(paper.id, hintsOf(weights, paper, reader.read(paper)));
  };
  const reasons = new Map<PaperId, Reason[]>();
  if (!(await inSlices(papers.length, hint, [signal], 1, shortSlice))) return reasons;
  const all = [...hints.values()].flat();
  if (!all.length) return reasons;
  const decided = [...(await decidedLast(new Set(hints.keys()), since))];
  const evidence = await evidenceOf(all, decided, signal);
  if (!evidence) return reasons;
  const pauses = new Pauses(shortSlice);
  for (const [id, own] of hints) {
    const found = evidence.reasonsFor(own);
    if (found.length) reasons.set(id, found);
    await pauses.due();
  }
  return reasons;
}

/** @returns `undefined` when a signal stopped it. */
async function evidenceOf(
  hints: readonly Hint[],
  decided: readonly (readonly [PaperId, boolean])[],
  signal: AbortSignal | undefined,
): Promise<Evidence | undefined> {
  const evidence = new Evidence(hints);
  for (let at = 0; at < decided.length; at += atOnce) {
    const some = decided.slice(at, at + atOnce);
    const read = await readRanked(some.map(([one]) => one));
    const work = (from: number) => {
      const [one, likes] = some[from] ?? [];
      const example = one === undefined ? undefined : read.get(one);
      if (one !== undefined && example && likes !== undefined)
        evidence.add({ id: one, paper: example, likes });
    };
    if (!(await inSlices(some.length, work, [signal], 1, shortSlice))) return undefined;
  }
  return evidence;
}

/** The papers decided on last, the newest first, and whether the reader liked them; without those that are asked about and what is forgotten. */
function decidedLast(besides: ReadonlySet<PaperId>, since: number): Promise<Map<PaperId, boolean>> {
  return withDatabase(async (database) => {
    const found = new Map<PaperId, boolean>();
    let cursor = await database.transaction('decisions').store.openCursor(null, 'prev');
    while (cursor && found.size < mostExamples) {
      const { ids, at, undone = [] } = cursor.value;
      const teaching = at >= since ? teachingOf(cursor.value) : undefined;
      if (teaching?.isDecision)
        for (const id of ids)
          if (!besides.has(id) && !undone.includes(id) && !found.has(id))
            found.set(id, teaching.likes);
      cursor = await cursor.continue();
    }
    return found;
  });
}
