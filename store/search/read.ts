import { pause } from '../../lib/slices';
import type { PaperId } from '../../papers/paper';
import { preparationRules } from '../../papers/search/entry';
import type { Library } from '../../papers/search/library';
import { noWords } from '../../papers/search/words';
import type { Database } from '../database/connection';
import { pagesOf } from '../database/pages';
import { type JournalEntry, journalStore } from '../database/schema';
import { withDatabase } from '../database/with-database';
import { headsOf } from './chunks';
import type { HeadChunk } from './rows';

const headChunksAtOnce = 4;

/** A list that was read up to its heads, and the rest of the reading. */
export interface Reading {
  /** See `Preparation`. */
  readonly generation: number;
  /**
   * Reads the long texts into the library, in slices.
   * @throws StoreError
   */
  readBodies(): Promise<void>;
}

/**
 * Reads the prepared list into an empty library, in slices; builds what was never prepared first.
 * The journal is read with the first chunks, so that what is moved meanwhile is read twice, not never.
 * @throws StoreError
 */
export async function readLibrary(library: Library): Promise<Reading> {
  return withDatabase(async (database) => {
    let first = await readFirst(database);
    if (!isBuilt(first.preparation)) {
      await (await import('./build')).buildSearch();
      first = await readFirst(database);
    }
    const { preparation, journal, heads } = first;
    const changes = new Map(journal.map((change) => [change.id, change]));
    for (const { head, body } of journal) if (head) library.set(head, body);
    await readHeads(database, library, changes, heads);
    return {
      generation: preparation?.generation ?? 0,
      readBodies: () => readBodies(library, changes),
    };
  });
}

/** Reads in one go what a list begins with, which of a small one is all. */
async function readFirst(database: Database) {
  const transaction = database.transaction(['preparation', journalStore, 'heads']);
  const [preparation, journal, heads] = await Promise.all([
    transaction.objectStore('preparation').get('search'),
    transaction.objectStore(journalStore).getAll(),
    transaction.objectStore('heads').getAll(null, headChunksAtOnce),
  ]);
  return { preparation, journal, heads };
}

/**
 * Reads what the journal says of some papers.
 * @param generation Of the list that was read.
 * @returns `undefined` when the chunks have been written since, and all must be read again.
 * @throws StoreError
 */
export async function readChanges(
  ids: readonly PaperId[],
  generation: number,
): Promise<JournalEntry[] | undefined> {
  return withDatabase(async (database) => {
    const transaction = database.transaction(['preparation', journalStore]);
    const [preparation, ...changes] = await Promise.all([
      transaction.objectStore('preparation').get('search'),
      ...ids.map((id) => transaction.objectStore(journalStore).get(id)),
    ]);
    if (!isBuilt(preparation) || preparation?.generation !== generation) return undefined;
    return changes.filter((change) => change !== undefined);
  });
}

function isBuilt(preparation: { rules: number; upTo?: PaperId } | undefined): boolean {
  return preparation?.rules === preparationRules && preparation.upTo === undefined;
}

type Changes = ReadonlyMap<PaperId, JournalEntry>;

async function readHeads(
  database: Database,
  library: Library,
  changes: Changes,
  first: HeadChunk[],
): Promise<void> {
  for await (const chunks of pagesOf(
    (range, most) => (range ? database.getAll('heads', range, most) : Promise.resolve(first)),
    ({ first }) => first,
    headChunksAtOnce,
  )) {
    for (const head of chunks.flatMap(headsOf)) if (!changes.has(head.id)) library.set(head);
    if (chunks.length === headChunksAtOnce) await pause();
  }
}

async function readBodies(library: Library, changes: Changes): Promise<void> {
  return withDatabase(async (database) => {
    for await (const chunks of pagesOf(
      (range, most) => database.getAll('bodies', range, most),
      ({ first }) => first,
      1,
    )) {
      for (const { ids, texts } of chunks)
        ids.forEach((id, at) => {
          if (changes.get(id)?.body === undefined) library.addBody(id, texts[at] ?? noWords);
        });
      await pause();
    }
  });
}
