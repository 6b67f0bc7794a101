import { standing } from '../../papers/words/row';
import { type Page, readNewestFirst, readsRecords } from '../database/newest-first';
import type { SmartList, Tag } from '../database/schema';
import { withDatabase } from '../database/with-database';
import { inOrder } from '../lists/read';
import { countersIn, inUse, type Tally, tallyOf } from './tally';

/** What the popup shows first. */
export interface FirstScreen {
  readonly counts: Tally;
  readonly tags: readonly Tag[];
  readonly lists: readonly SmartList[];
  /** The first papers of the reading list. */
  readonly page: Page;
}

/**
 * Reads what the popup shows first, in one transaction whose requests are all made at once; where the browser
 * cannot read records, the papers apart from the rest.
 * @param size How many papers.
 * @throws StoreError
 */
export function readFirstScreen(size: number): Promise<FirstScreen> {
  return withDatabase(async (database) => {
    const apart = readsRecords()
      ? undefined
      : import('./queries').then(({ listSaved }) => listSaved({}, size));
    const transaction = database.transaction(['counters', 'lists', 'papers', 'tags']);
    const [counters, tags, lists, page] = await Promise.all([
      countersIn(transaction.objectStore('counters')),
      transaction.objectStore('tags').getAll(),
      transaction.objectStore('lists').getAll(),
      apart ?? readNewestFirst(transaction.objectStore('papers').index('list'), undefined, size),
    ]);
    return {
      counts: tallyOf(counters),
      tags: inUse(tags),
      lists: inOrder(standing(lists)),
      page: page ?? { papers: [] },
    };
  });
}
