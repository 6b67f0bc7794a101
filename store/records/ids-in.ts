import { pause } from '../../lib/slices';
import type { PaperId } from '../../papers/paper';
import type { PaperRecord } from '../../papers/record';
import { withDatabase } from '../database/with-database';

/** How many ids are read at once: more would keep a page busy for longer than a slice. */
const idsAtOnce = 2000;

/** Where a paper stands in an index. */
const keyIn = {
  state: ({ state, sortAt }: PaperRecord) => [state, sortAt],
  list: ({ listAt = 0 }: PaperRecord) => listAt,
} as const;

/**
 * The ids of a range of an index, in its order and in parts, of which each may begin with some that the one before ends with.
 * For who works behind what the reader does.
 * @throws StoreError
 */
export async function* idsIn(
  name: keyof typeof keyIn,
  range: IDBKeyRange,
): AsyncGenerator<PaperId[]> {
  let rest = range;
  for (let most: number | undefined = idsAtOnce; ; ) {
    const [part, last] = await withDatabase(async (database) => {
      const { store } = database.transaction('papers');
      const ids = await store.index(name).getAllKeys(rest, most);
      const end = ids.length === most ? ids.at(-1) : undefined;
      return [ids, end === undefined ? undefined : await store.get(end)] as const;
    });
    yield part;
    if (!last) return;
    const key = keyIn[name](last);
    // Where a whole part was of one moment there is nothing to begin the next one with.
    if (indexedDB.cmp(key, rest.lower) === 0) most = undefined;
    rest = IDBKeyRange.bound(key, range.upper);
    await pause();
  }
}
