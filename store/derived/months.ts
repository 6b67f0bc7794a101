import type { IDBPObjectStore, IDBPTransaction } from 'idb';
import { isSaved } from '../../papers/paper';
import type { PaperRecord } from '../../papers/record';
import { countPaper, type MonthTally, type SumsByMonth } from '../../papers/statistics/month';
import { pagesOf } from '../database/pages';
import type { OffprintSchema, writtenStores } from '../database/schema';
import { withDatabase } from '../database/with-database';

type WriteTransaction = IDBPTransaction<OffprintSchema, typeof writtenStores, 'readwrite'>;
type MonthStore = IDBPObjectStore<OffprintSchema, typeof writtenStores, 'months', 'readwrite'>;

/** How many papers are read at once while everything is counted anew. */
const pageSize = 500;

/** What the papers of one transaction change about the months. */
export class MonthChanges {
  private readonly months: SumsByMonth = new Map();
  private added = 0;
  private readonly stored = new Map<string, Promise<MonthTally | undefined>>();

  /** Reads a month with what else is read first, so that it is not waited for when it is written. */
  prefetch(transaction: WriteTransaction, month: string): Promise<unknown> {
    return this.read(transaction.objectStore('months'), month);
  }

  /** Notes that a paper stands in place of what was there. */
  count(before: PaperRecord | undefined, after: PaperRecord | undefined): void {
    countPaper(this.months, before, -1);
    countPaper(this.months, after, 1);
    this.added += Number(isListed(after)) - Number(isListed(before));
  }

  /**
   * Writes the months that changed. Where the papers that were here before have yet to be counted,
   * nothing is written: `rebuildMonths` counts these ones with them.
   */
  async settle(transaction: WriteTransaction): Promise<void> {
    const store = transaction.objectStore('months');
    const changed = [...this.months].filter(([, sums]) => !sums.isEmpty());
    const stored = await Promise.all(changed.map(([month]) => this.read(store, month)));
    if (changed.length === 0) return;
    if (!stored.some(Boolean) && (await store.count()) === 0) {
      const listed = await transaction.objectStore('papers').index('list').count();
      if (listed > this.added) return;
    }
    await Promise.all(
      changed.map(([month, sums], at) => {
        const row = sums.onto(month, stored[at]);
        return row ? store.put(row) : store.delete(month);
      }),
    );
  }

  private read(store: MonthStore, month: string): Promise<MonthTally | undefined> {
    const reading = this.stored.get(month) ?? store.get(month);
    this.stored.set(month, reading);
    return reading;
  }
}

/**
 * The sums of every month that has any, oldest first. Counts the papers first where that was not done
 * yet: after an update from an older version.
 * @throws StoreError
 */
export async function readMonths(): Promise<MonthTally[]> {
  return withDatabase(async (database) => {
    await prepareMonths();
    return database.getAll('months');
  });
}

/**
 * Counts the papers where that was not done yet; quick when it was. For when nobody waits.
 * @throws StoreError
 */
export async function prepareMonths(): Promise<void> {
  return withDatabase(async (database) => {
    const transaction = database.transaction(['papers', 'months']);
    const isCounted = (await transaction.objectStore('months').count()) > 0;
    const listed = isCounted || (await transaction.objectStore('papers').index('list').count());
    if (!isCounted && listed) await rebuildMonths();
  });
}

/**
 * Counts everything anew, whatever there is, in one transaction that reads the papers slice by slice:
 * stopped anywhere, the old numbers stand.
 * @throws StoreError
 */
export async function rebuildMonths(): Promise<void> {
  return withDatabase(async (database) => {
    const transaction = database.transaction(['papers', 'months'], 'readwrite');
    const papers = transaction.objectStore('papers');
    const months: SumsByMonth = new Map();
    for await (const page of pagesOf(
      (range, most) => papers.getAll(range, most),
      ({ id }) => id,
      pageSize,
    ))
      for (const paper of page) countPaper(months, paper, 1);
    const store = transaction.objectStore('months');
    const rows = monthRows(months);
    await Promise.all([store.clear(), ...rows.map((row) => store.put(row)), transaction.done]);
  });
}

/** The rows of months that some papers come to, oldest first. */
export function monthRows(months: SumsByMonth): MonthTally[] {
  return [...months]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .flatMap(([month, sums]) => sums.onto(month, undefined) ?? []);
}

function isListed(record: PaperRecord | undefined): boolean {
  return record !== undefined && isSaved(record.state);
}
