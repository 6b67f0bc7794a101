import { inSlices } from '../../lib/slices';
import {
  dimensions,
  type FacetCount,
  type FacetCounter,
  type Facets,
} from '../../papers/search/facets';
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
  const tally = counter.tally();
  const add = (from: number, to: number) => {
    for (let at = from; at < to; at += 1) {
      const entry = entries[at];
      if (entry) tally.add(entry);
    }
  };
  if (!(await inSlices(entries.length, add, [signal]))) return undefined;
  const found: Partial<Record<(typeof dimensions)[number], FacetCount[]>> = {};
  const rank = (at: number) => {
    const dimension = dimensions[at];
    if (dimension) found[dimension] = tally.top(dimension, most);
  };
  if (!(await inSlices(dimensions.length, rank, [signal], 1))) return undefined;
  const {
    states = [],
    tags = [],
    organizations = [],
    authors = [],
    months = [],
    sites = [],
  } = found;
  return { states, tags, organizations, authors, months, sites };
}
