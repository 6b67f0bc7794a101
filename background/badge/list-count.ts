import { smartList } from '../../store/lists/read';
import type { WorkerSearch } from '../omnibox/worker-search';

/**
 * Counts the papers that a smart list finds.
 * @returns `undefined` when there is no list with that id.
 * @throws StoreError
 */
export async function countList(
  id: string,
  search: WorkerSearch,
): Promise<{ readonly name: string; readonly count: number } | undefined> {
  const list = await smartList(id);
  if (!list) return undefined;
  return { name: list.name, count: await search.count(list.query) };
}
