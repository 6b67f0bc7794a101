import { announceChange } from '../lib/changes';
import { connection } from './connection';
import { storeError } from './errors';
import type { SmartList } from './schema';
import { inOrder } from './smart-list';

/**
 * Keeps a list under its id: a new one at the end, one that is there in its place.
 * @param list `at` is ours to choose.
 * @throws StoreError
 */
export function saveSmartList(list: Omit<SmartList, 'at'>): Promise<void> {
  return rewrite((lists) => {
    const at = lists.find(({ id }) => id === list.id)?.at ?? (lists.at(-1)?.at ?? 0) + 1;
    return [...lists.filter(({ id }) => id !== list.id), { ...list, at }];
  });
}

/**
 * Deletes a list; the papers it finds stay.
 * @returns The list, for whoever wants to offer it back; `undefined` when it was gone already.
 * @throws StoreError
 */
export async function deleteSmartList(id: string): Promise<SmartList | undefined> {
  let deleted: SmartList | undefined;
  await rewrite((lists) => {
    deleted = lists.find((list) => list.id === id);
    return lists.filter((list) => list !== deleted);
  });
  return deleted;
}

/**
 * Moves a list to before another one.
 * @param beforeId Absent, or no longer there, to move it to the end.
 * @throws StoreError
 */
export function moveSmartList(id: string, beforeId: string | undefined): Promise<void> {
  return rewrite((lists) => {
    const moved = lists.find((list) => list.id === id);
    if (!moved || id === beforeId) return lists;
    const others = lists.filter((list) => list !== moved);
    const found = others.findIndex((list) => list.id === beforeId);
    const ordered = others.toSpliced(found === -1 ? others.length : found, 0, moved);
    return ordered.map((list, index) => ({ ...list, at: index + 1 }));
  });
}

/** They are a handful: read, changed and written whole, in one transaction. */
async function rewrite(
  change: (lists: readonly SmartList[]) => readonly SmartList[],
): Promise<void> {
  try {
    const { store, done } = (await connection()).transaction('lists', 'readwrite');
    const lists = change(inOrder(await store.getAll()));
    await Promise.all([store.clear(), ...lists.map((list) => store.put(list)), done]);
  } catch (cause) {
    throw storeError(cause);
  }
  await announceChange([]);
}
