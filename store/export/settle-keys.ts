import type { IDBPTransaction } from 'idb';
import { pause } from '../../lib/slices';
import { citationKeyBag, keyBag, mergeExtra } from '../../papers/facts/extra';
import { canonical } from '../../papers/words/stamp';
import type { Database } from '../database/connection';
import type { OffprintSchema } from '../database/schema';
import { withDatabase } from '../database/with-database';
import { type GivenOut, type KeysRow, rowKeys } from './waiting-keys';

/** How many papers are written in one transaction. */
const sliceSize = 100;

const stores = ['profile', 'papers', 'details'] as const;
type Settling = IDBPTransaction<OffprintSchema, typeof stores, 'readwrite'>;

/**
 * Writes the citation keys that wait to their papers, which a backup and other devices get them with. In slices, each kept
 * when it is complete: what is cut off goes on the next time, and nothing is given twice.
 * @throws StoreError
 */
export async function settleKeys(): Promise<void> {
  while (await withDatabase(settleSome)) await pause();
}

/** @returns Whether there may be more. */
async function settleSome(database: Database): Promise<boolean> {
  // Mostly none wait, and nobody is kept from writing to find that out.
  if ((await database.getKey('profile', rowKeys())) === undefined) return false;
  const transaction = database.transaction(stores, 'readwrite');
  const profile = transaction.objectStore('profile');
  const cursor = await profile.openCursor(rowKeys());
  if (cursor) {
    const { at, keys } = cursor.value as KeysRow;
    await Promise.all(keys.slice(0, sliceSize).map((one) => settle(transaction, one, at)));
    const left = keys.slice(sliceSize);
    if (left.length) await profile.put({ at, keys: left } satisfies KeysRow, cursor.primaryKey);
    else await profile.delete(cursor.primaryKey);
  }
  await transaction.done;
  return true;
}

/** Of a paper that has a key by now the one that was given first stands; what is here no longer needs none. */
async function settle(transaction: Settling, [id, key]: GivenOut, at: number): Promise<void> {
  const papers = transaction.objectStore('papers');
  const own = (await papers.getKey(id)) ?? (await papers.index('alias').getKey(id));
  if (own === undefined) return;
  const details = (await transaction.objectStore('details').get(own)) ?? { id: own };
  const merged = mergeExtra(details, { extra: { [citationKeyBag]: keyBag(key, at) } });
  if (canonical(merged.extra) === canonical(details.extra)) return;
  await transaction.objectStore('details').put({ ...details, ...merged });
}
