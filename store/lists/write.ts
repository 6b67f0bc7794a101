import type { SmartList } from '../database/schema';
import { sayRow } from '../words/rows';
import { inOrder } from './read';

/**
 * Keeps a list under its id: a new one at the end, one that is there in its place.
 * @param list `at` is ours to choose.
 * @param now ms since the epoch.
 * @throws StoreError
 */
export async function saveSmartList(list: Omit<SmartList, 'at'>, now: number): Promise<void> {
  const say = (rows: readonly SmartList[]) => {
    const at = rows.find(({ id }) => id === list.id)?.at ?? (inOrder(rows).at(-1)?.at ?? 0) + 1;
    return { words: { ...list, at } };
  };
  await sayRow('lists', list.id, say, now);
}

/**
 * Deletes a list; the papers it finds stay.
 * @param now ms since the epoch.
 * @throws StoreError
 */
export async function deleteSmartList(id: string, now: number): Promise<void> {
  await sayRow('lists', id, () => ({ words: undefined }), now);
}
