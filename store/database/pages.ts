/** Reads the rows of a range in the order of their keys, so many at most; as `getAll` does. */
export type ReadRows<Row> = (range: IDBKeyRange | undefined, most: number) => Promise<Row[]>;

/**
 * Reads a store from its beginning to its end, page by page. Within a transaction nothing else may be
 * waited for between two pages.
 * @param read Of one transaction, or of a new one for each page.
 * @param keyOf The primary key of a row.
 * @param size How many rows a page has; the last one has fewer.
 * @returns No page without rows.
 * @throws What `read` throws.
 */
export async function* pagesOf<Row>(
  read: ReadRows<Row>,
  keyOf: (row: Row) => IDBValidKey,
  size: number,
): AsyncGenerator<readonly Row[], void> {
  let range: IDBKeyRange | undefined;
  for (let isMore = true; isMore; ) {
    const rows = await read(range, size);
    const last = rows.at(-1);
    if (last === undefined) return;
    yield rows;
    range = IDBKeyRange.lowerBound(keyOf(last), true);
    isMore = rows.length === size;
  }
}
