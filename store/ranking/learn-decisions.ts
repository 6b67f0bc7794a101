import { inSlices, pause, shortSlice } from '../../lib/slices';
import type { PaperId } from '../../papers/paper';
import { TraitReader } from '../../papers/ranking/features';
import { learn } from '../../papers/ranking/learn';
import { type Teaching, teachingOf } from '../../papers/ranking/lessons';
import { withDatabase } from '../database/with-database';
import type { DecisionRow } from '../decisions/row';
import { type Knowledge, keepKnowledge, readKnowledge } from './learned';
import { readRanked } from './ranked-papers';

/** How many rows of the log are learned from before what was learned is kept. */
const rowsAtOnce = 200;
/** How many papers are read at once. */
const papersAtOnce = 40;
/** How often is begun again when others learn at the same time. */
const tries = 3;

/** A decision on one paper that teaches. */
interface Taught extends Teaching {
  readonly id: PaperId;
  readonly upvotes: number | undefined;
}

/**
 * Learns from the decisions that were logged since the last time, in their order; from all of them, where one was
 * taken back. In slices that leave the page to the reader; killed anywhere, it goes on from what was kept.
 * @param signal Stops it between two slices.
 * @returns What is known then.
 * @throws StoreError
 */
export async function learnDecisions(signal?: AbortSignal): Promise<Knowledge> {
  const reader = new TraitReader();
  let knowledge = await readKnowledge();
  for (let left = tries; left > 0; ) {
    const rows = await rowsAfter(knowledge.upTo);
    const last = rows.at(-1)?.last;
    if ((last === undefined && knowledge.basis.unlearned === undefined) || signal?.aborted) break;
    const isDone = await learnAll(knowledge, lessonsIn(rows, knowledge.since), reader, signal);
    if (!isDone) break;
    const upTo = last ?? knowledge.upTo;
    const basis = await keepKnowledge({ ...knowledge, upTo });
    if (!basis) left -= 1;
    knowledge = basis ? { ...knowledge, upTo, basis } : await readKnowledge();
    await pause();
  }
  return knowledge;
}

function rowsAfter(upTo: number): Promise<DecisionRow[]> {
  return withDatabase((database) =>
    database.getAll('decisions', IDBKeyRange.lowerBound(upTo, true), rowsAtOnce),
  );
}

function lessonsIn(rows: readonly DecisionRow[], since: number): Taught[] {
  return rows.flatMap((row) => {
    const teaching = row.at >= since ? teachingOf(row) : undefined;
    if (!teaching) return [];
    const undone = new Set(row.undone);
    return row.ids.flatMap((id, at) =>
      undone.has(id) ? [] : [{ ...teaching, id, upvotes: row.upvotes[at] ?? undefined }],
    );
  });
}

/** @returns False when a signal stopped it: the weights are half of a row's then. */
async function learnAll(
  { weights }: Knowledge,
  lessons: readonly Taught[],
  reader: TraitReader,
  signal: AbortSignal | undefined,
): Promise<boolean> {
  for (let at = 0; at < lessons.length; at += papersAtOnce) {
    const some = lessons.slice(at, at + papersAtOnce);
    const papers = await readRanked(some.map(({ id }) => id));
    const work = (from: number) => {
      const lesson = some[from];
      const paper = lesson && papers.get(lesson.id);
      if (!lesson || !paper) return;
      const { likes, counts, isDecision, upvotes } = lesson;
      const traits = reader.read({ ...paper, upvotes });
      learn(weights, { paper: traits, likes, counts, isDecision });
    };
    if (!(await inSlices(some.length, work, [signal], 1, shortSlice))) return false;
  }
  return true;
}
