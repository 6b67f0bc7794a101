import type { Here } from '../../imports/plan/fate';
import { idsIn, workKey } from '../../imports/plan/groups';
import type { LookUp } from '../../imports/plan/plan';
import type { ImportedPaper } from '../../imports/types';
import { pause } from '../../lib/slices';
import type { PaperId } from '../../papers/paper';
import { recordOf } from '../../papers/past';
import type { PaperRecord } from '../../papers/record';
import { byIdOrAlias } from '../database/by-id';
import { connection } from '../database/connection';
import { pagesOf } from '../database/pages';
import { withDatabase } from '../database/with-database';
import { mayJoin } from '../records/join';
import { recordsOfImported } from './behind';

/** How many records are read at once. */
const pageSize = 500;

/** Records by title and first author. */
export type Works = ReadonlyMap<string, PaperRecord>;

/**
 * Finds the papers that have title and first author of some papers of a file.
 * @throws StoreError
 */
export async function worksLike(entries: readonly ImportedPaper[]): Promise<Works> {
  const wanted = new Set(entries.flatMap(({ paper }) => workKey(paper) ?? []));
  const found = new Map<string, PaperRecord>();
  if (!wanted.size) return found;
  await withDatabase(async (database) => {
    const read = (range: IDBKeyRange | undefined, most: number) =>
      database.getAll('papers', range, most);
    for await (const page of pagesOf(read, ({ id }) => id, pageSize)) {
      for (const record of page) {
        const key = workKey(record);
        if (key !== undefined && wanted.has(key) && !found.has(key)) found.set(key, record);
      }
      await pause();
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
  const names = ['papers', 'details', 'notes', 'tombstones', 'past'] as const;
  const transaction = (await connection()).transaction(names);
  const [papers, past, tombstones] = [
    transaction.objectStore('papers'),
    transaction.objectStore('past'),
    transaction.objectStore('tombstones'),
  ];
  const find = async (id: PaperId) => {
    const record = await byIdOrAlias(papers, id);
    const shrunk = record ?? (await byIdOrAlias(past, id));
    return record ?? (shrunk && recordOf(shrunk));
  };
  return Promise.all(
    entries.map(async (entry): Promise<Here> => {
      const { own, refused } = await recordsOfImported(entry, find);
      const [record] = own;
      if (!record) {
        const buried = await Promise.all(idsIn(entry).map((id) => byIdOrAlias(tombstones, id)));
        const twin = twinOf(entry, works);
        const isBuried = buried.some((one) => one !== undefined);
        return { refused, isBuried, ...(twin === undefined ? {} : { twin }) };
      }
      const [details, note] = await Promise.all([
        transaction.objectStore('details').get(record.id),
        transaction.objectStore('notes').get(record.id),
      ]);
      return {
        refused,
        rows: { record, details: details ?? { id: record.id }, ...(note ? { note } : {}) },
      };
    }),
  );
}
