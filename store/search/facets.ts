import { inSlices } from '../../lib/slices';
import type { FacetCounter, Facets } from '../../papers/search/facets';
import type { SearchResult } from './session';

/**
 * Counts what a search found, in slices.
 * @param counter Kept by the page, since it remembers what it has seen.
 * @param most How many values of a dimension are named, the most frequent first.
 * @returns `undefined` when the signal ended it.
 */
export async function countFacets(
  counter: FacetCounter,
  { entries }: SearchResult,
  most: number,
  signal?: AbortSignal,
): Promise<Facets | undefined> {
  const prepare = (from: number, to: number) => {
    for (const entry of entries.slice(from, to)) counter.prepare(entry);
  };
  if (!(await inSlices(entries.length, prepare, [signal]))) return undefined;
  return counter.count(entries, most);
}
