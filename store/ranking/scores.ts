import type { PaperId } from '../../papers/paper';
import type { Reason } from '../../papers/ranking/reasons';
import { likelihoods } from '../../papers/ranking/score';
import { byIds } from '../database/by-id';
import { withDatabase } from '../database/with-database';
import type { Score } from './rows';

/** Papers lie together whose ids begin alike: some hundred of those that arXiv gave side by side. */
const alike = 'arxiv:2603.12'.length;

/** The scores of papers that lie together: to write thousands one by one takes ten times as long. */
export interface ScoreRow {
  /** How the ids of its papers begin. */
  readonly id: string;
  readonly ids: readonly PaperId[];
  readonly scores: Float32Array;
  /** The place of the likelihood among all, counted from 1; 0 where it is not told. */
  readonly steps: Uint8Array;
  readonly reasons: Readonly<Record<PaperId, readonly Reason[]>>;
}

/** The row that a paper's score lies in. */
export function rowOf(id: PaperId): string {
  return id.slice(0, alike);
}

/** Scores that lie together, as they are kept. */
export function packScores(id: string, scores: readonly Score[]): ScoreRow {
  return {
    id,
    ids: scores.map((score) => score.id),
    scores: Float32Array.from(scores, ({ score }) => score),
    steps: Uint8Array.from(scores, ({ likelihood }) =>
      likelihood ? likelihoods.indexOf(likelihood) + 1 : 0,
    ),
    reasons: Object.fromEntries(
      scores.flatMap(({ id, reasons }) => (reasons ? [[id, reasons]] : [])),
    ),
  };
}

/** The scores of a row; none of what an older version has left. */
export function scoresInRow(row: Partial<ScoreRow>): Score[] {
  return (row.ids ?? []).map((_, at) => scoreAt(row as ScoreRow, at));
}

function scoreAt({ ids, scores, steps, reasons }: ScoreRow, at: number): Score {
  const id = ids[at] ?? '';
  const likelihood = likelihoods[(steps[at] ?? 0) - 1];
  const why = reasons[id];
  return {
    ...{ id, score: scores[at] ?? 0 },
    ...(likelihood && { likelihood }),
    ...(why && { reasons: why }),
  };
}

/**
 * The same as `scoresOf`, within a running transaction.
 * @param store The store of that name.
 */
export async function scoresIn(
  store: Parameters<typeof byIds<ScoreRow>>[0],
  ids: readonly PaperId[],
): Promise<Map<PaperId, Score>> {
  const rows = await byIds(store, [...new Set(ids.map(rowOf))]);
  return new Map(
    ids.flatMap((id) => {
      const row = rows.get(rowOf(id));
      const at = row?.ids?.indexOf(id) ?? -1;
      return row && at >= 0 ? [[id, scoreAt(row, at)] as const] : [];
    }),
  );
}

/**
 * The scores of some papers, by their ids; of those that have none yet nothing.
 * @throws StoreError
 */
export function scoresOf(ids: readonly PaperId[]): Promise<Map<PaperId, Score>> {
  return withDatabase((database) => scoresIn(database.transaction('scores').store, ids));
}

/**
 * The scores of all papers that wait for a decision, by their ids.
 * @throws StoreError
 */
export async function allScores(): Promise<Map<PaperId, Score>> {
  const rows = await withDatabase((database) => database.getAll('scores'));
  return new Map(rows.flatMap(scoresInRow).map((score) => [score.id, score]));
}
