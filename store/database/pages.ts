/** Reads the rows of a range in the order of their keys, so many at most; as `getAll` does. */
export type ReadRows<Row> = (range: IDBKeyRange | undefined, most: number) => Promise<Row[]>;

/**
 * Reads a store from its beginning to its end, page by page, each while the one before is worked on. Within a
 * transaction nothing else may be waited for between two pages.
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
  let reading: Promise<readonly Row[]> | undefined = read(undefined, size);
  while (reading) {
    const rows: readonly Row[] = await reading;
    const last = rows.at(-1);
    if (last === undefined) return;
    const isMore = rows.length === size;
    reading = isMore ? read(IDBKeyRange.lowerBound(keyOf(last), true), size) : undefined;
    // Waited for when the next page is asked for, if it is.
    reading?.catch(() => {});
    yield rows;
  }
}
