import { listTags } from '../../store/records/queries';
import { listRules } from '../../store/rules/read';
import { byId } from '../../wording/rules';
import type { Changed, LiveQueries } from '../shared/live-query';
import type { Prefetch } from './prefetch';
import type { DeckState } from './state';

/**
 * Adds everything that the deck reads of the store.
 * @param readPapers Reads the papers of the session and the new ones again.
 */
export function addQueries(
  live: LiveQueries,
  { rules, tags }: DeckState,
  prefetch: Prefetch,
  readPapers: (changed: Changed) => Promise<void>,
): void {
  live.add({ reads: ['papers'], read: readPapers });
  live.add({ reads: ['rules'], read: async () => byId(await listRules()), into: rules });
  live.add({ reads: ['tags'], read: listTags, into: tags });
  live.add({
    reads: ['details'],
    concerns: (ids) => prefetch.concerns(ids),
    read: (changed) => prefetch.refresh(changed),
  });
}
