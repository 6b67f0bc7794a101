import { batch } from '@preact/signals';
import { listActions, unfinishedActions } from '../../store/actions/list';
import { keptActions } from '../../store/actions/recording';
import { listSmartLists } from '../../store/lists/read';
import { listTags } from '../../store/records/queries';
import { readListTally } from '../../store/records/tally-of-lists';
import { listRules } from '../../store/rules/read';
import type { Changed, LiveQueries } from '../shared/live-query';
import type { RowCache } from './list/row-cache';
import type { SearchResults } from './list/search-results';
import type { LibraryService } from './service';
import type { LibraryState } from './state';

interface Parts {
  readonly service: Pick<LibraryService, 'state' | 'guard' | 'opening' | 'readFigures'>;
  readonly results: SearchResults;
  readonly rowCache: RowCache;
  /** Reads the open paper again. */
  reopen(): Promise<void>;
}

/** Adds everything that the library reads of the store. */
export function addQueries(live: LiveQueries, parts: Parts): void {
  const { service, results, reopen } = parts;
  const { state, guard } = service;
  const { counts, tags, smartLists, rules, figures, address, opened } = state;
  live.add({ reads: ['papers'], read: listQuery(parts) });
  live.add({ reads: ['counters'], read: readListTally, into: counts });
  live.add({ reads: ['tags'], read: listTags, into: tags });
  live.add({ reads: ['actions'], read: () => readActions(state) });
  live.add({ reads: ['rules'], read: listRules, into: rules });
  live.add({
    reads: ['lists'],
    read: async () => {
      smartLists.value = await listSmartLists();
      void guard('read', () => results.countLists('all'));
    },
  });
  live.add({
    reads: ['months'],
    read: async () => {
      if (figures.value) await service.readFigures();
    },
  });
  live.add({
    reads: ['papers', 'details', 'notes'],
    concerns: (ids) => ids.has(address.value.paper ?? ''),
    read: async () => {
      await service.opening;
      if (opened.value) await reopen();
    },
  });
}

/** The papers that were found: searched for again only where that may find something else. */
function listQuery({ service, results, rowCache }: Parts): (changed: Changed) => Promise<void> {
  let isOutdated = true;
  return async (changed) => {
    const [changes] = await Promise.all([results.note(changed), rowCache.refresh(changed)]);
    isOutdated ||= results.isConcerned(changes);
    if (isOutdated) await results.find();
    isOutdated = false;
    void service.guard('read', () => results.countLists(changes));
  };
}

/** What can be undone, and what was cut off. */
async function readActions({ actions, cutOff }: LibraryState): Promise<void> {
  const all = await listActions(Number.POSITIVE_INFINITY);
  const unfinished = await unfinishedActions(all);
  batch(() => {
    actions.value = all.slice(0, keptActions);
    cutOff.value = unfinished;
  });
}
