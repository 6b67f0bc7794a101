import type { IDBPTransaction } from 'idb';
import type { Migration } from './index';

type Transaction = IDBPTransaction<unknown, string[], 'versionchange'>;

interface PaperThen {
  readonly id: string;
  readonly state: string;
  readonly firstSeenAt: number;
  readonly dailyAt?: string;
}

/**
 * What new papers need: the days of the digest, glances (on screen in a visit that goes on) and rules,
 * which look at the papers met lately; and, for the morning digest, which papers are back from a snooze.
 * Until now a paper was seen when a second visit had met it; from now on `seenAt` says so.
 */
export const news: Migration = {
  version: 4,
  name: 'news',
  async up(database, transaction) {
    database.createObjectStore('days', { keyPath: 'day' });
    const glances = database.createObjectStore('glances', { keyPath: 'id' });
    glances.createIndex('visit', 'visitAt');
    database.createObjectStore('rules', { keyPath: 'id' });
    transaction.objectStore('papers').createIndex('met', 'firstSeenAt');
    transaction.objectStore('papers').createIndex('woke', 'wokeAt');
    await addSeenAt(transaction);
  },
};

async function addSeenAt(transaction: Transaction): Promise<void> {
  let cursor = await transaction.objectStore('papers').openCursor();
  while (cursor) {
    const paper = cursor.value as PaperThen;
    const firstDay = paper.dailyAt?.slice(0, 10);
    await cursor.update?.({
      ...paper,
      ...(paper.state === 'new' ? {} : { seenAt: paper.firstSeenAt }),
      ...(firstDay ? { firstDay } : {}),
    });
    cursor = await cursor.continue();
  }
}
