import { announceChange } from '../../lib/changes';
import { connection } from '../database/connection';
import { storeError } from '../database/errors';
import type { SmartList } from '../database/schema';
import { inOrder } from './read';

/**
 * Keeps a list under its id: a new one at the end, one that is there in its place.
 * @param list `at` is ours to choose.
 * @throws StoreError
 */
export async function saveSmartList(list: Omit<SmartList, 'at'>): Promise<void> {
  try {
    const { store, done } = (await connection()).transaction('lists', 'readwrite');
    const lists = inOrder(await store.getAll());
    const at = lists.find(({ id }) => id === list.id)?.at ?? (lists.at(-1)?.at ?? 0) + 1;
    await Promise.all([store.put({ ...list, at }), done]);
  } catch (cause) {
    throw storeError(cause);
  }
  await announceChange([]);
}

/**
 * Deletes a list; the papers it finds stay.
 * @throws StoreError
 */
export async function deleteSmartList(id: string): Promise<void> {
  try {
    await (await connection()).delete('lists', id);
  } catch (cause) {
    throw storeError(cause);
  }
  await announceChange([]);
}
