import type { PaperId } from '../../papers/paper';
import { lastSaidAt } from '../../papers/words/paper-words';
import { pagesOf } from '../database/pages';
import { withDatabase } from '../database/with-database';
import { isSaid } from './marks';

const pageSize = 500;

/**
 * Ids of the papers of which the reader has said anything, the newest word first.
 * @throws StoreError
 */
export async function readSaidIds(): Promise<PaperId[]> {
  return withDatabase(async (database) => {
    const { store } = database.transaction('papers');
    const said: { readonly id: PaperId; readonly at: number }[] = [];
    const pages = pagesOf(
      (range, most) => store.getAll(range, most),
      ({ id }) => id,
      pageSize,
    );
    for await (const page of pages)
      for (const record of page)
        if (isSaid(record)) said.push({ id: record.id, at: lastSaidAt(record) });
    return said
      .sort((one, other) => other.at - one.at || (one.id < other.id ? -1 : 1))
      .map(({ id }) => id);
  });
}
