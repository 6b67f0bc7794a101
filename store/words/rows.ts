import { announceChange } from '../../lib/announce';
import type { Rule } from '../../papers/rules/rule';
import { type Row, standing } from '../../papers/words/row';
import { saidRow } from '../../papers/words/row-merge';
import type { SmartList } from '../database/schema';
import { withDatabase } from '../database/with-database';
import { nextMark, rowKindOf } from '../sync/marks';
import { readSelf } from './device';

/** The stores whose rows are words of the reader's, and what these say; see papers/words/row.ts. */
export interface RowWords {
  readonly rules: Rule;
  readonly lists: SmartList;
}

/** What a row is to say from now on; `undefined` to delete it. */
interface Said<Words> {
  readonly words: Words | undefined;
}

interface RowsOf<Words extends { readonly id: string }> {
  getAll(): Promise<Row<Words>[]>;
  put(row: Row<Words>): Promise<unknown>;
}

/**
 * Says what a row says from now on, be it that it is gone, and announces its store without a paper.
 * @param say Told what the rows say that there are; says nothing when nothing is to change.
 * @param now ms since the epoch.
 * @throws StoreError
 */
export async function sayRow<Name extends keyof RowWords>(
  name: Name,
  id: string,
  say: (rows: readonly RowWords[Name][]) => Said<RowWords[Name]> | undefined,
  now: number,
): Promise<void> {
  const { device, isSynced } = await readSelf();
  const isChanged = await withDatabase(async (database) => {
    const kind = name as 'rules' | 'lists';
    const transaction = database.transaction(isSynced ? [kind, 'dirty'] : [kind], 'readwrite');
    const store = transaction.objectStore(kind) as unknown as RowsOf<RowWords[Name]>;
    const rows = await store.getAll();
    const before = rows.find((row) => row.id === id);
    const said = say(standing(rows));
    const row = said && saidRow(before, said.words, { now, device });
    const mark = { kind: rowKindOf[kind], id, mark: nextMark() };
    const isNew = row !== undefined && row !== before;
    await Promise.all([
      isNew && store.put(row),
      isNew && isSynced && transaction.objectStore('dirty').put(mark),
      transaction.done,
    ]);
    return isNew;
  });
  if (isChanged) await announceChange({ stores: [name], ids: [] });
}
