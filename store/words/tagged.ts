import type { PaperId } from '../../papers/paper';
import { isBelow } from '../../papers/retag';
import { tagKey } from '../../papers/tag-key';
import { pagesOf } from '../database/pages';
import { withDatabase } from '../database/with-database';

const pageSize = 1000;

/**
 * Every paper with one of some tags. Papers outside of the list are no index's, and count as well:
 * one that comes back must not bring an old tag along. So all are looked at, page by page.
 * @param withNested Whether tags below them count.
 * @throws StoreError
 */
export async function taggedWith(keys: readonly string[], withNested: boolean): Promise<PaperId[]> {
  const isMeant = (key: string) => keys.includes(key) || (withNested && isBelow(key, keys));
  return withDatabase(async (database) => {
    const found: PaperId[] = [];
    for await (const papers of pagesOf(
      (range, most) => database.getAll('papers', range, most),
      ({ id }) => id,
      pageSize,
    ))
      for (const { id, tags } of papers)
        if (tags.some((tag) => isMeant(tagKey(tag)))) found.push(id);
    return found;
  });
}
