import type { DeckSession } from '../../papers/deck/session';
import type { PaperId } from '../../papers/paper';
import { papersOf } from '../../store/actions/list';
import { undoable } from '../../store/actions/undo';
import type { Action } from '../../store/database/schema';

/** What was done last in a session, and to which papers. */
export interface Last {
  readonly action: Action;
  readonly ids: readonly PaperId[];
}

/**
 * The newest action since a session began that touched one of its papers and can be undone; see `undoable`.
 * @throws StoreError
 */
export async function lastOf(session: DeckSession | undefined): Promise<Last | undefined> {
  const own = new Set(session?.ids);
  for (const action of await undoable()) {
    if (action.id <= (session?.since ?? 0)) return undefined;
    const ids = await papersOf(action.id);
    if (ids.some((id) => own.has(id))) return { action, ids };
  }
  return undefined;
}
