import type { IDBPTransaction } from 'idb';
import type { Migration } from './index';

type Transaction = IDBPTransaction<unknown, string[], 'versionchange'>;

/** What was met earlier before the update than this, in ms, is old: thirty days. */
const newFor = 30 * 86_400_000;

interface PaperThen {
  readonly id: string;
  readonly state: string;
  readonly firstSeenAt: number;
  readonly dailyAt?: string;
}

/**
 * What new papers need: the days of the digest, glances (on screen in a visit that goes on) and rules,
 * which look at the papers met lately; and, for the morning digest, which papers are back from a snooze.
 * Until now a paper was seen when a second visit had met it; from now on `seenAt` says so. One that was
 * met once, long ago, is taken as seen as well: else a reader of months would begin with thousands new.
 */
export const news: Migration = {
  version: 4,
  name: 'news',
  async up(database, transaction, now) {
    database.createObjectStore('days', { keyPath: 'day' });
    const glances = database.createObjectStore('glances', { keyPath: ['id', 'visitAt'] });
    glances.createIndex('visit', 'visitAt');
    database.createObjectStore('rules', { keyPath: 'id' });
    transaction.objectStore('papers').createIndex('met', 'firstSeenAt');
    transaction.objectStore('papers').createIndex('woke', 'wokeAt');
    await addSeenAt(transaction, now - newFor);
  },
};

async function addSeenAt(transaction: Transaction, newFrom: number): Promise<void> {
  let aged = 0;
  let cursor = await transaction.objectStore('papers').openCursor();
  while (cursor) {
    const paper = cursor.value as PaperThen;
    const firstDay = paper.dailyAt?.slice(0, 10);
    const isOld = paper.state === 'new' && paper.firstSeenAt < newFrom;
    if (isOld) aged += 1;
    await cursor.update?.({
      ...paper,
      ...(isOld ? { state: 'seen' } : {}),
      ...(paper.state === 'new' && !isOld ? {} : { seenAt: paper.firstSeenAt }),
      ...(firstDay ? { firstDay } : {}),
    });
    cursor = await cursor.continue();
  }
  if (aged) await count(transaction, { new: -aged, seen: aged });
}

async function count(
  transaction: Transaction,
  changes: Readonly<Record<string, number>>,
): Promise<void> {
  const counters = transaction.objectStore('counters');
  for (const [name, change] of Object.entries(changes))
    await counters.put?.(((await counters.get(name)) ?? 0) + change, name);
}
