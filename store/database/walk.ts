import type { PaperRecord } from '../../papers/record';
import type { Page, PaperIndex } from './newest-first';

/**
 * Reads a page of an index downwards from after a key, paper by paper: constant in the length of the list.
 * @param range Absent for all of the index.
 * @param after The `next` of the page before.
 * @param keep Which papers are wanted; all of them unless given.
 * @throws DOMException
 */
export async function walkNewestFirst(
  index: PaperIndex,
  range: IDBKeyRange | undefined,
  size: number,
  after?: IDBValidKey,
  keep: (record: PaperRecord) => boolean = () => true,
): Promise<Page> {
  const papers: PaperRecord[] = [];
  let cursor = await index.openCursor(range ?? null, 'prev');
  if (cursor && after !== undefined) {
    const [key, id] = after as [typeof cursor.key, string];
    if (indexedDB.cmp([cursor.key, cursor.primaryKey], [key, id]) > 0)
      cursor = await cursor.continuePrimaryKey(key, id);
    if (cursor && indexedDB.cmp([cursor.key, cursor.primaryKey], [key, id]) === 0)
      cursor = await cursor.continue();
  }
  while (cursor) {
    if (keep(cursor.value)) papers.push(cursor.value);
    if (papers.length === size) return { papers, next: [cursor.key, cursor.primaryKey] };
    cursor = await cursor.continue();
  }
  return { papers };
}
