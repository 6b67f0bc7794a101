import type { PaperId } from '../../papers/paper';
import type { Problem, Query } from '../../papers/query/query';
import type { Entry, Head } from '../../papers/search/entry';

/** How a search is to be answered. */
export interface SearchOptions {
  /** How many ids are wanted; 50 unless told. */
  readonly limit?: number;
  /** Another order than the best match first. */
  readonly order?: (one: Head, other: Head) => number;
  readonly signal?: AbortSignal;
}

/** What a search found. */
export interface SearchResult {
  readonly query: Query;
  readonly problems: readonly Problem[];
  /** The best ones, at most as many as were asked for. */
  readonly ids: readonly PaperId[];
  readonly total: number;
  /** All of them in order, for facets and for what follows the first page. */
  readonly entries: readonly Entry[];
  /** False when long texts were still being read: listen with `onChange` and search again. */
  readonly isWhole: boolean;
}
