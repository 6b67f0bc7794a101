import { standing } from '../../papers/words/row';
import { connection } from '../database/connection';
import { storeError } from '../database/errors';
import type { SmartList } from '../database/schema';

/**
 * Reads one smart list.
 * @returns `undefined` when there is none with that id.
 * @throws StoreError
 */
export async function smartList(id: string): Promise<SmartList | undefined> {
  return (await listSmartLists()).find((list) => list.id === id);
}

/**
 * Every smart list, in the reader's order. Changes are announced without naming a paper.
 * @throws StoreError
 */
export async function listSmartLists(): Promise<SmartList[]> {
  try {
    return inOrder(standing(await (await connection()).getAll('lists')));
  } catch (cause) {
    throw storeError(cause);
  }
}

/** Smart lists in the order that the reader gave them. */
export function inOrder(lists: readonly SmartList[]): SmartList[] {
  return lists.toSorted((one, other) => one.at - other.at || (one.id < other.id ? -1 : 1));
}
