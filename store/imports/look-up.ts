import type { Here } from '../../imports/plan/fate';
import { workKey } from '../../imports/plan/groups';
import type { LookUp } from '../../imports/plan/plan';
import type { ImportedPaper } from '../../imports/types';
import { Pauses } from '../../lib/slices';
import type { PaperId } from '../../papers/paper';
import type { PaperRecord } from '../../papers/record';
import { pagesOf } from '../database/pages';
import { withDatabase } from '../database/with-database';
import { recordsBehind } from '../records/behind';
import { readAmong } from '../records/found';
import { mayJoin } from '../records/join';
import { isDeleted } from '../records/tombstones';

/** How many records are read at once. */
const pageSize = 500;

/** Records by title and first author. */
export type Works = ReadonlyMap<string, PaperRecord>;

/**
 * Finds the papers that have title and first author of some papers of a file.
 * @throws StoreError
 */
export async function worksLike(entries: readonly ImportedPaper[]): Promise<Works> {
  const pauses = new Pauses();
  const wanted = new Set<string>();
  for (const { paper } of entries) {
    const key = workKey(paper);
    if (key !== undefined) wanted.add(key);
    await pauses.due();
  }
  const found = new Map<string, PaperRecord>();
  if (!wanted.size) return found;
  await withDatabase(async (database) => {
    const read = (range: IDBKeyRange | undefined, most: number) =>
      database.getAll('papers', range, most);
    for await (const page of pagesOf(read, ({ id }) => id, pageSize)) {
      for (const record of page) {
        const key = workKey(record);
        if (key !== undefined && wanted.has(key) && !found.has(key)) found.set(key, record);
        await pauses.due();
      }
    }
  });
  return found;
}

/**
 * The paper that one without an id in common may be.
 * @returns `undefined` where there is none, and where the two cannot be one.
 */
export function twinOf({ paper }: ImportedPaper, works: Works): PaperId | undefined {
  const key = workKey(paper);
  const record = key === undefined ? undefined : works.get(key);
  return record && record.id !== paper.id && mayJoin(paper, record) ? record.id : undefined;
}

/**
 * What `planImport` asks of the store; nothing is written.
 * @param works See `worksLike`.
 */
export function lookUpIn(works: Works): LookUp {
  return (entries) => withDatabase(() => hereOf(entries, works));
}

async function hereOf(entries: readonly ImportedPaper[], works: Works): Promise<Here[]> {
  const here = await readAmong(entries.map(({ paper }) => paper));
  return Promise.all(
    entries.map(async (entry): Promise<Here> => {
      const { own, refused } = await recordsBehind(entry.paper, here.find);
      const [record] = own;
      if (record) return { refused, rows: here.rows(record) };
      const twin = twinOf(entry, works);
      const isBuried = isDeleted(here.tombstone(entry.paper));
      return { refused, isBuried, ...(twin === undefined ? {} : { twin }) };
    }),
  );
}
