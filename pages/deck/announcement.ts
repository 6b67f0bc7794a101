import { text } from '../../lib/text';
import type { Change } from '../../papers/change';
import type { PaperId } from '../../papers/paper';
import type { DeckState } from './state';

/**
 * What a screen reader is told of a decision: what was done, and which paper is on top now. Of one on
 * many papers nothing, since a bar tells of that.
 */
export function announcementOf(
  { ids, change }: { readonly ids: readonly PaperId[]; readonly change: Change },
  { papers, current }: DeckState,
): string {
  const [id] = ids;
  if (id === undefined || ids.length > 1) return '';
  const titleOf = (of: PaperId) => papers.value.get(of)?.title ?? of;
  const next = current.value && text('deckNext', titleOf(current.value.id));
  return [text(saidOf(change), titleOf(id)), next].filter(Boolean).join('. ');
}

function saidOf(change: Change): 'saidLaterTitle' | 'saidSavedTitle' | 'announceDismissed' {
  if (change.kind === 'later') return 'saidLaterTitle';
  return change.kind === 'state' && change.to === 'saved' ? 'saidSavedTitle' : 'announceDismissed';
}
