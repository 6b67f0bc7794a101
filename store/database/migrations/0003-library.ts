import type { IDBPTransaction } from 'idb';
import type { Migration } from './index';

type Transaction = IDBPTransaction<unknown, string[], 'versionchange'>;

interface PaperThen {
  readonly id: string;
  readonly state: string;
  readonly sortAt: number;
  readonly readAt?: number;
  readonly updatedAt: { readonly state: number };
}

/**
 * What the library page needs: the queue, snoozes, smart lists, actions that can be undone, sums for
 * the pictures, and tombstones apart from the bin. The sums are made by `rebuildMonths`.
 */
export const library: Migration = {
  version: 3,
  name: 'library',
  async up(database, transaction) {
    const papers = transaction.objectStore('papers');
    papers.createIndex('queue', 'queueAt');
    papers.createIndex('snooze', 'snoozedUntil');
    database.createObjectStore('lists', { keyPath: 'id' });
    database.createObjectStore('actions', { keyPath: 'id', autoIncrement: true });
    database.createObjectStore('steps', { keyPath: ['action', 'part'] });
    database.createObjectStore('months', { keyPath: 'month' });
    const tombstones = database.createObjectStore('tombstones', { keyPath: 'id' });
    tombstones.createIndex('alias', 'aliases', { multiEntry: true });
    await change(transaction, 'read', (paper) => ({ ...paper, readAt: paper.updatedAt.state }));
    await change(transaction, 'deleted', (paper) => ({ ...paper, sortAt: paper.updatedAt.state }));
  },
};

async function change(
  transaction: Transaction,
  state: string,
  to: (paper: PaperThen) => PaperThen,
): Promise<void> {
  const papers = transaction.objectStore('papers');
  const range = IDBKeyRange.bound([state], [state, []]);
  const found = (await papers.index('state').getAll(range)) as PaperThen[];
  for (const paper of found) await papers.put?.(to(paper));
}
