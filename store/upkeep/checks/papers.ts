import { coherent } from '../../../papers/own';
import { defined, type PaperRecord, withKeys } from '../../../papers/record';
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

/** There is no tombstone of a paper that is here. */
export const tombstones: Check = {
  async find(transaction, after) {
    const store = transaction.objectStore('tombstones');
    const page = await store.getAllKeys(IDBKeyRange.lowerBound(after, true), pageSize);
    const here = await Promise.all(page.map((id) => transaction.objectStore('papers').getKey(id)));
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
