import { pause } from '../../lib/slices';
import type { PaperId } from '../../papers/paper';
import { preparationRules } from '../../papers/search/entry';
import type { Library } from '../../papers/search/library';
import { noWords } from '../../papers/search/words';
import { connection } from '../database/connection';
import { storeError } from '../database/errors';
import type { JournalEntry } from '../database/schema';
import { headsOf } from './chunks';

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
 * The journal is read before the chunks, so that what is moved meanwhile is read twice, not never.
 * @throws StoreError
 */
export async function readLibrary(library: Library): Promise<Reading> {
  try {
    const database = await connection();
    if (!isBuilt(await database.get('preparation', 'search')))
      await (await import('./build')).buildSearch();
    const transaction = database.transaction(['preparation', 'texts']);
    const [preparation, journal] = await Promise.all([
      transaction.objectStore('preparation').get('search'),
      transaction.objectStore('texts').getAll(),
    ]);
    const changes = new Map(journal.map((change) => [change.id, change]));
    for (const { head, body } of journal) if (head) library.set(head, body);
    await readHeads(library, changes);
    return {
      generation: preparation?.generation ?? 0,
      readBodies: () => readBodies(library, changes),
    };
  } catch (cause) {
    throw storeError(cause);
  }
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
  try {
    const transaction = (await connection()).transaction(['preparation', 'texts']);
    const [preparation, ...changes] = await Promise.all([
      transaction.objectStore('preparation').get('search'),
      ...ids.map((id) => transaction.objectStore('texts').get(id)),
    ]);
    if (!isBuilt(preparation) || preparation?.generation !== generation) return undefined;
    return changes.filter((change) => change !== undefined);
  } catch (cause) {
    throw storeError(cause);
  }
}

function isBuilt(preparation: { rules: number; upTo?: PaperId } | undefined): boolean {
  return preparation?.rules === preparationRules && preparation.upTo === undefined;
}

type Changes = ReadonlyMap<PaperId, JournalEntry>;

async function readHeads(library: Library, changes: Changes): Promise<void> {
  const database = await connection();
  let after: PaperId | undefined;
  do {
    const chunks = await database.getAll('heads', rangeAfter(after), headChunksAtOnce);
    for (const head of chunks.flatMap(headsOf)) if (!changes.has(head.id)) library.set(head);
    after = chunks.length < headChunksAtOnce ? undefined : chunks.at(-1)?.first;
    await pause();
  } while (after !== undefined);
}

async function readBodies(library: Library, changes: Changes): Promise<void> {
  try {
    const database = await connection();
    let after: PaperId | undefined;
    do {
      const [chunk] = await database.getAll('bodies', rangeAfter(after), 1);
      chunk?.ids.forEach((id, at) => {
        if (changes.get(id)?.body === undefined) library.addBody(id, chunk.texts[at] ?? noWords);
      });
      after = chunk?.first;
      await pause();
    } while (after !== undefined);
  } catch (cause) {
    throw storeError(cause);
  }
}

function rangeAfter(first: PaperId | undefined): IDBKeyRange | undefined {
  return first === undefined ? undefined : IDBKeyRange.lowerBound(first, true);
}
