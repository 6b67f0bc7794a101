import { standing } from '../../papers/words/row';
import { type Page, readNewestFirst, readsRecords } from '../database/newest-first';
import type { SmartList, Tag } from '../database/schema';
import { withDatabase } from '../database/with-database';
import { inOrder } from '../lists/read';
import { type CounterStore, countersIn, inUse, type Tally, tallyOf } from './tally';

/** What popup and library show first. */
export interface FirstScreen<Counts = Tally> {
  readonly counts: Counts;
  readonly tags: readonly Tag[];
  readonly lists: readonly SmartList[];
  /** The first papers of the reading list. */
  readonly page: Page;
}

/** Counts papers within a transaction. */
type Counting<Counts> = (
  counters: CounterStore,
  papers: { index(name: 'state'): { count(range: IDBKeyRange): Promise<number> } },
) => Promise<Counts>;

/** Counts them as the popup shows them. */
export async function tallyIn(counters: CounterStore): Promise<Tally> {
  return tallyOf(await countersIn(counters));
}

/**
 * Reads what popup and library show first, in one transaction whose requests are all made at once; where the browser
 * cannot read records, the papers apart from the rest.
 * @param size How many papers.
 * @param countIn `tallyIn` or `listTallyIn`.
 * @throws StoreError
 */
export function readFirstScreen<Counts>(
  size: number,
  countIn: Counting<Counts>,
): Promise<FirstScreen<Counts>> {
  return withDatabase(async (database) => {
    const apart = readsRecords()
      ? undefined
      : import('./queries').then(({ listSaved }) => listSaved({}, size));
    const transaction = database.transaction(['counters', 'lists', 'papers', 'tags']);
    const [counts, tags, lists, page] = await Promise.all([
      countIn(transaction.objectStore('counters'), transaction.objectStore('papers')),
      transaction.objectStore('tags').getAll(),
      transaction.objectStore('lists').getAll(),
      apart ?? readNewestFirst(transaction.objectStore('papers').index('list'), undefined, size),
    ]);
    return {
      counts,
      tags: inUse(tags),
      lists: inOrder(standing(lists)),
      page: page ?? { papers: [] },
    };
  });
}
