import type { PaperId } from '../../papers/paper';
import type { Action, Step } from '../database/schema';
import { withDatabase } from '../database/with-database';
import { liveActions } from './live';
import { keptActions } from './recording';

/**
 * What can be undone, newest first.
 * @throws StoreError
 */
export async function listActions(limit = keptActions): Promise<Action[]> {
  return withDatabase(async (database) => {
    // All of them at once: few more are kept than can be undone.
    const actions = await database.getAll('actions');
    return actions
      .filter(({ stage }) => stage !== 'undone')
      .reverse()
      .slice(0, limit);
  });
}

/**
 * One action; `undefined` when there is none, or it was undone.
 * @throws StoreError
 */
export async function actionOf(id: number): Promise<Action | undefined> {
  const action = await withDatabase((database) => database.get('actions', id));
  return action?.stage === 'undone' ? undefined : action;
}

/**
 * Actions and undoings that were cut off: their page or worker is gone. `done` says how many papers
 * an action has changed. `undoAction` takes it back, or goes on with that; `stopAction` leaves it.
 * @param actions All that there are, where they were read already.
 * @throws StoreError
 */
export async function unfinishedActions(actions?: readonly Action[]): Promise<Action[]> {
  const all = actions ?? (await listActions(Number.POSITIVE_INFINITY));
  const open = all.filter(({ stage }) => stage === 'running' || stage === 'undoing');
  if (!open.length) return [];
  const live = await liveActions();
  return open.filter(({ id }) => !live.has(id));
}

/**
 * The papers that an action changed, those that were put back since left out.
 * @param id The action's number.
 * @throws StoreError
 */
export async function papersOf(id: number): Promise<PaperId[]> {
  return withDatabase(async (database) => {
    const range = IDBKeyRange.bound([id], [id, []]);
    const [action, steps] = await Promise.all([
      database.get('actions', id),
      database.getAll('steps', range),
    ]);
    const all = [...(action?.before ?? []), ...steps.flatMap(papersIn)];
    return all.map((paper) => paper.id);
  });
}

function papersIn({ before, restored = [] }: Step): readonly { readonly id: PaperId }[] {
  return [...before, ...restored];
}
