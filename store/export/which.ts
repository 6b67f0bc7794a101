import type { PaperId } from '../../papers/paper';
import { comparatorOf, orderNamed } from '../../papers/search/order';
import { withDatabase } from '../database/with-database';
import { SearchSession } from '../search/session';

/**
 * The ids of the whole reading list, newest first.
 * @throws StoreError
 */
export async function savedIds(): Promise<PaperId[]> {
  const ids = await withDatabase((database) => database.getAllKeysFromIndex('papers', 'list'));
  return ids.reverse();
}

/**
 * The ids of what a search finds, in its order; once the long texts were looked at, too.
 * @throws StoreError
 */
export async function idsFound(query: string, order: string): Promise<PaperId[]> {
  const session = new SearchSession();
  await session.count(query);
  const compare = comparatorOf(orderNamed(order));
  const found = await session.search(query, compare ? { order: compare } : {});
  return found?.entries.map(({ head }) => head.id) ?? [];
}
