import type { IDBPTransaction } from 'idb';
import type { Migration } from './index';

interface PaperThen {
  readonly id: string;
  readonly title?: string;
  /** There of those in the reading list. */
  readonly listAt?: number;
}

const pageSize = 500;

/**
 * A store for saved papers that wait for what sources say of them; those without a title that are in the list wait from
 * now on.
 */
export const filling: Migration = {
  version: 13,
  name: 'filling',
  async up(database, transaction) {
    const fillings = database.createObjectStore('fillings', { keyPath: 'id' });
    fillings.createIndex('due', 'due');
    await fillAll(transaction);
  },
};

async function fillAll(
  transaction: IDBPTransaction<unknown, string[], 'versionchange'>,
): Promise<void> {
  const papers = transaction.objectStore('papers');
  const fillings = transaction.objectStore('fillings');
  let range: IDBKeyRange | undefined;
  for (;;) {
    const page = (await papers.getAll(range, pageSize)) as PaperThen[];
    const bare = page.filter(({ title, listAt }) => !title && listAt !== undefined);
    await Promise.all(bare.map(({ id }) => fillings.put({ id, due: 0, tries: 0 })));
    const last = page.at(-1);
    if (!last || page.length < pageSize) return;
    range = IDBKeyRange.lowerBound(last.id, true);
  }
}
