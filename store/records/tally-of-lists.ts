import { withDatabase } from '../database/with-database';
import { mutedRange } from '../rules/muted';
import { type CounterStore, countersIn, type Tally, tallyOf } from './tally';

/** What is counted of papers, as lists of them are shown: nowhere with those that a rule mutes. */
export interface ListTally extends Tally {
  /** New, or seen and not decided on, however long ago. */
  readonly undecided: number;
}

/** Where papers are counted by their state. */
interface PaperStore {
  index(name: 'state'): { count(range: IDBKeyRange): Promise<number> };
}

/**
 * How many papers each list has. The muted ones among those that were seen or put off have no counter and are counted,
 * being few; the counter is written whenever one is muted, so that who follows it hears of that.
 * @throws StoreError
 */
export function readListTally(): Promise<ListTally> {
  return withDatabase((database) => {
    const transaction = database.transaction(['counters', 'papers']);
    return listTallyIn(transaction.objectStore('counters'), transaction.objectStore('papers'));
  });
}

/** The same, of the stores of a running transaction. */
export async function listTallyIn(counters: CounterStore, papers: PaperStore): Promise<ListTally> {
  const index = papers.index('state');
  const [counted, seen, later] = await Promise.all([
    countersIn(counters),
    index.count(mutedRange('seen')),
    index.count(mutedRange('later')),
  ]);
  const tally = tallyOf(counted);
  return {
    ...tally,
    seen: tally.seen - seen,
    later: tally.later - later,
    undecided: tally.new + tally.seen - seen,
  };
}
