import { coherent } from '../../../papers/own';
import { defined, type PaperRecord } from '../../../papers/record';
import { withKeys } from '../../../papers/record-keys';
import { judged } from '../../../papers/rules/match';
import { type Check, differing, disagreement, nextAfter, pageSize } from '../check';

/** A paper's own fields go together, its verdict is one, and its keys and `hasNote` are what they are derived from. */
export const papers: Check = {
  async find(transaction, after) {
    const store = transaction.objectStore('papers');
    const page = await store.getAll(IDBKeyRange.lowerBound(after, true), pageSize);
    const last = page.at(-1)?.id;
    if (last === undefined) return { found: [] };
    const range = IDBKeyRange.bound(after, last, true, false);
    const notes = await transaction.objectStore('notes').getAll(range);
    const noted = new Set(notes.filter(({ text }) => text !== '').map(({ id }) => id));
    const found = page.flatMap((paper) => {
      const whole = wholePaper(paper, noted.has(paper.id));
      const fields = new Set([...Object.keys(paper), ...Object.keys(whole)]);
      const told = [...(fields as Set<keyof PaperRecord>)].flatMap((field) =>
        differing(`${field} of ${paper.id}`, paper[field], whole[field]),
      );
      return disagreement(`paper ${paper.id}`, told, () => store.put(whole));
    });
    return { found, next: nextAfter(page.map(({ id }) => id)) };
  },
};

function wholePaper(paper: PaperRecord, hasNote: boolean): PaperRecord {
  const { matches, mutedBy } = paper;
  const verdict = matches?.length ? { matches } : defined({ mutedBy });
  return withKeys({ ...judged(coherent(paper), verdict), hasNote });
}

/** There is no tombstone of a paper that is here, in full or shrunken. */
export const tombstones: Check = {
  async find(transaction, after) {
    const store = transaction.objectStore('tombstones');
    const page = await store.getAllKeys(IDBKeyRange.lowerBound(after, true), pageSize);
    const here = await Promise.all(
      page.map(
        async (id) =>
          (await transaction.objectStore('papers').getKey(id)) ??
          transaction.objectStore('past').getKey(id),
      ),
    );
    const found = page.flatMap((id, at) =>
      disagreement(
        `tombstone ${id}`,
        differing(`paper under tombstone ${id}`, here[at], undefined),
        () => store.delete(id),
      ),
    );
    return { found, next: nextAfter(page) };
  },
};

/** No paper that is here has shrunk. Goes by the papers, since those that have shrunk are many more. */
export const past: Check = {
  async find(transaction, after) {
    const papers = transaction.objectStore('papers');
    const page = await papers.getAllKeys(IDBKeyRange.lowerBound(after, true), pageSize);
    const last = page.at(-1);
    if (last === undefined) return { found: [] };
    const store = transaction.objectStore('past');
    const here = new Set(page);
    const shrunk = await store.getAllKeys(IDBKeyRange.bound(after, last, true, false));
    const found = shrunk.flatMap((id) => {
      const told = here.has(id) ? [`${id} is here, and has shrunk`] : [];
      return disagreement(`past ${id}`, told, () => store.delete(id));
    });
    return { found, next: nextAfter(page) };
  },
};
