import type { PaperId } from '../../papers/paper';
import { isBelow } from '../../papers/retag';
import { tagKey } from '../../papers/tag-key';
import { connection } from '../database/connection';
import { storeError } from '../database/errors';

const pageSize = 1000;

/**
 * Every paper with one of some tags. Papers outside of the list are no index's, and count as well:
 * one that comes back must not bring an old tag along. So all are looked at, page by page.
 * @param withNested Whether tags below them count.
 * @throws StoreError
 */
export async function taggedWith(keys: readonly string[], withNested: boolean): Promise<PaperId[]> {
  const isMeant = (key: string) => keys.includes(key) || (withNested && isBelow(key, keys));
  try {
    const database = await connection();
    const found: PaperId[] = [];
    let after = '';
    for (let isMore = true; isMore; ) {
      const papers = await database.getAll('papers', IDBKeyRange.lowerBound(after, true), pageSize);
      for (const { id, tags } of papers)
        if (tags.some((tag) => isMeant(tagKey(tag)))) found.push(id);
      after = papers.at(-1)?.id ?? after;
      isMore = papers.length === pageSize;
    }
    return found;
  } catch (cause) {
    throw storeError(cause);
  }
}
