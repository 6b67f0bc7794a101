import type { PaperId } from '../../papers/paper';
import { withDatabase } from '../database/with-database';
import type { Score } from './rows';

/**
 * The scores of some papers, by their ids; of those that have none yet nothing.
 * @throws StoreError
 */
export function scoresOf(ids: readonly PaperId[]): Promise<Map<PaperId, Score>> {
  return withDatabase(async (database) => {
    const { store } = database.transaction('scores');
    return byId(await Promise.all(ids.map((id) => store.get(id))));
  });
}

/**
 * The scores of all papers that wait for a decision, by their ids.
 * @throws StoreError
 */
export async function allScores(): Promise<Map<PaperId, Score>> {
  return byId(await withDatabase((database) => database.getAll('scores')));
}

function byId(scores: readonly (Score | undefined)[]): Map<PaperId, Score> {
  return new Map(scores.flatMap((score) => (score ? [[score.id, score] as const] : [])));
}
