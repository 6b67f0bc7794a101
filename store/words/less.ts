import type { PaperId } from '../../papers/paper';
import { listActions } from '../actions/list';
import { undoAction } from '../actions/undo';
import { recordsOf } from '../records/queries';

/**
 * Takes back that there be less like a paper, and so what was learned of it, if that is what was said of it last: to
 * say that it is undecided again would leave the lesson.
 * @param now ms since the epoch.
 * @returns Whether there was something to take back.
 * @throws StoreError
 */
export async function takeBackLess(id: PaperId, now: number): Promise<boolean> {
  const [record] = await recordsOf([id]);
  if (record?.state !== 'dismissed') return false;
  const actions = await listActions();
  const last = actions.find(({ before }) => before?.some((one) => one.id === record.id));
  if (last?.kind !== 'less') return false;
  return (await undoAction(last.id, now)).count > 0;
}
