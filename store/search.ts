import type { PaperId } from '../papers/paper';
import { fold, tidy } from '../papers/text';
import { connection } from './connection';
import { storeError } from './errors';
import type { SearchEntry } from './schema';

/** The search texts of the whole list, read once and searched at every key. */
export interface SearchIndex {
  /** Newest saved first. */
  readonly entries: readonly SearchEntry[];
}

/**
 * Reads the prepared texts of every saved paper.
 * @throws StoreError
 */
export async function readSearchIndex(): Promise<SearchIndex> {
  try {
    const entries = await (await connection()).getAll('texts');
    return { entries: entries.sort(newestFirst) };
  } catch (cause) {
    throw storeError(cause);
  }
}

/**
 * Reads again the texts of some papers, so that a change costs no reading of the whole list.
 * @throws StoreError
 */
export async function updateSearchIndex(
  index: SearchIndex,
  ids: ReadonlySet<PaperId>,
): Promise<SearchIndex> {
  try {
    const store = (await connection()).transaction('texts').store;
    const found = await Promise.all([...ids].map((id) => store.get(id)));
    const fresh = found.filter((entry) => entry !== undefined);
    const others = index.entries.filter(({ id }) => !ids.has(id));
    return { entries: [...others, ...fresh].sort(newestFirst) };
  } catch (cause) {
    throw storeError(cause);
  }
}

/**
 * Finds the papers whose title, authors, tags or note hold every word, anywhere in a word, without
 * regard to case and accents.
 * @returns Ids, newest saved first. All of them when there is no word.
 */
export function search(index: SearchIndex, query: string): PaperId[] {
  const words = tidy(fold(query)).split(' ').filter(Boolean);
  return index.entries
    .filter(({ text }) => words.every((word) => text.includes(word)))
    .map(({ id }) => id);
}

function newestFirst(one: SearchEntry, other: SearchEntry): number {
  return other.savedAt - one.savedAt;
}
