import { wholePaper } from '../../exports/along';
import { defaultKeyPattern } from '../../exports/citation-keys';
import { fileFormats, writeFile } from '../../pages/shared/export/write';
import { citationKeyBag } from '../../papers/facts/extra';
import { connection } from '../../store/database/connection';
import { rowKeys } from '../../store/export/waiting-keys';
import { savedIds } from '../../store/export/which';

/** How many rows are read at once by the bare way. */
const pageSize = 250;

/** The tools for taking the whole list along; each resolves to the ms that it took. */
export const exportBench = {
  /** All papers as a file of a format. */
  async exportAll(id: string): Promise<number> {
    const start = performance.now();
    const format = fileFormats.find((one) => one.id === id);
    if (!format) throw new Error(`No format ${id}`);
    const ids = await savedIds();
    const what = { along: wholePaper, keyPattern: defaultKeyPattern, title: 'All' };
    const { size } = await writeFile({ ids, format, ...what }, Date.now());
    if (size < ids.length) throw new Error('Nothing was written');
    return performance.now() - start;
  },

  /** The same rows read, page by page, and nothing made of them. */
  async bareReading(_run: number): Promise<number> {
    const database = await connection();
    const start = performance.now();
    for (const name of ['papers', 'details', 'notes'] as const) {
      let range: IDBKeyRange | undefined;
      for (let isMore = true; isMore; ) {
        const rows = await database.getAll(name, range, pageSize);
        isMore = rows.length === pageSize;
        range = IDBKeyRange.lowerBound(rows.at(-1)?.id ?? '', true);
      }
    }
    return performance.now() - start;
  },

  /** Takes back every citation key that was given out. */
  async forgetKeys(_run: number): Promise<number> {
    const start = performance.now();
    const database = await connection();
    await database.delete('profile', rowKeys());
    const { store, done } = database.transaction('details', 'readwrite');
    for (const { extra = {}, ...details } of await store.getAll()) {
      const { [citationKeyBag]: key, ...rest } = extra;
      if (key) void store.put({ ...details, extra: rest });
    }
    await done;
    return performance.now() - start;
  },
};
