import { isSaved, type PaperId, type PaperState, paperStates } from '../../papers/paper';
import type { PaperRecord } from '../../papers/record';
import { isBelow } from '../../papers/retag';
import { tagKey } from '../../papers/tag-key';
import { withDatabase } from '../database/with-database';

const pageSize = 1000;

/** Reads the rows of a range of the index by state, so many at most. */
type ReadByState = (range: IDBKeyRange, most: number) => Promise<PaperRecord[]>;

/**
 * Every paper with one of some tags. The index knows those of the list. One outside of it counts as well,
 * since it must not bring an old tag along when it comes back: those are looked at, page by page.
 * @param withNested Whether tags below them count.
 * @returns In the order of their ids.
 * @throws StoreError
 */
export async function taggedWith(keys: readonly string[], withNested: boolean): Promise<PaperId[]> {
  const isMeant = (key: string) => keys.includes(key) || (withNested && isBelow(key, keys));
  return withDatabase(async (database) => {
    // One transaction, so that no paper moves from where it is still looked for to where it was.
    const { store } = database.transaction('papers');
    const byTag = store.index('tag');
    const listed = keys
      .flatMap((key) => rangesOf(key, withNested))
      .map((range) => byTag.getAllKeys(range));
    const byState = store.index('state');
    const others = paperStates
      .filter((state) => !isSaved(state))
      .map((state) => idsIn(state, isMeant, (range, most) => byState.getAll(range, most)));
    const found = new Set((await Promise.all([...listed, ...others])).flat());
    return [...found].sort();
  });
}

/** Where the index has a tag, and those below it; see `tagIndexKey`. */
function rangesOf(key: string, withNested: boolean): IDBKeyRange[] {
  const own = IDBKeyRange.bound(`${key}\u0000`, `${key}\u0001`, false, true);
  // The sign behind the slash is the zero.
  return withNested ? [own, IDBKeyRange.bound(`${key}/`, `${key}0`, false, true)] : [own];
}

/** The papers of a state with a tag that is meant, read page by page in the order of the index. */
async function idsIn(
  state: PaperState,
  isMeant: (key: string) => boolean,
  read: ReadByState,
): Promise<PaperId[]> {
  const found: PaperId[] = [];
  let [from, size]: [IDBValidKey[], number] = [[state], pageSize];
  for (;;) {
    const papers = await read(IDBKeyRange.bound(from, [state, []]), size);
    for (const { id, tags } of papers) if (tags.some((tag) => isMeant(tagKey(tag)))) found.push(id);
    const [first, last] = [papers[0], papers.at(-1)];
    if (!first || !last || papers.length < size) return found;
    // Places are shared, so those of the last one are read again: more at once than share its place.
    if (first.sortAt === last.sortAt) size *= 2;
    from = [state, last.sortAt];
  }
}
