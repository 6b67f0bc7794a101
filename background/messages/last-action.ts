import type { LastAction } from '../../lib/bar-messages';
import type { Action } from '../../store/database/schema';
import { actionSentence } from '../../wording/actions';

/** What a page is told of an action; `null` of none, or when it was undone. */
export function lastActionOf(action: Action | undefined): LastAction | null {
  if (!action || action.stage === 'undone') return null;
  return { id: action.id, words: actionSentence(action, Date.now()) };
}
