import type { PaperId } from '../../papers/paper';
import { parse } from '../../papers/query/parse';
import type { Entry } from '../../papers/search/entry';
import { Library } from '../../papers/search/library';
import { matcherOf } from '../../papers/search/match';
import { Ranking } from '../../papers/search/rank';
import { readChanges, readLibrary } from '../../store/search/read';

/** The prepared list, read once and searched without pauses: what `SearchSession` keeps. */
export interface SearchIndex {
  /** Newest saved first. */
  readonly entries: readonly Entry[];
  /** See `Preparation` in store/database/schema.ts. */
  readonly generation: number;
}

/**
 * Reads the prepared texts of every saved paper, abstracts included.
 * @throws StoreError
 */
export async function readSearchIndex(): Promise<SearchIndex> {
  const library = new Library();
  const { generation, readBodies } = await readLibrary(library);
  await readBodies();
  return { entries: library.entries, generation };
}

/**
 * Reads again the texts of some papers, so that a change costs no reading of the whole list.
 * @throws StoreError
 */
export async function updateSearchIndex(
  index: SearchIndex,
  ids: ReadonlySet<PaperId>,
): Promise<SearchIndex> {
  const changes = await readChanges([...ids], index.generation);
  if (!changes) return readSearchIndex();
  const library = new Library();
  for (const { head, body } of index.entries) library.set(head, body);
  for (const { id, head, body } of changes) {
    if (head) library.set(head, body);
    else library.delete(id);
  }
  return { entries: library.entries, generation: index.generation };
}

/**
 * Finds the papers that a search asks for; see papers/query for its language.
 * @returns Ids, best first, then newest saved first. All of them when nothing is asked.
 */
export function search(index: SearchIndex, query: string, today = '2026-04-01'): PaperId[] {
  const ranking = new Ranking();
  const { score } = matcherOf(parse(query).query);
  ranking.take(index.entries, (entry) => score(entry, today), 0, index.entries.length);
  return ranking.ranked().map(({ head }) => head.id);
}
