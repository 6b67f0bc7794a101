import type { Status } from '../../../papers/paper';
import type { PaperRecord } from '../../../papers/record';

/** What the saved papers are narrowed to. */
export interface Filter {
  readonly state?: Status;
  /** See `tagKey`. */
  readonly tag?: string;
  /** The id of a smart list. */
  readonly list?: string;
}

/** Some papers from the top, and how to go on. */
export interface Listing {
  readonly papers: readonly PaperRecord[];
  /** Absent when the list is whole. */
  readonly next?: unknown;
}

/** A list that is read page by page. */
export interface Source {
  /** The saved papers, those that a search found, or the undecided ones. */
  readonly kind: 'saved' | 'found' | 'new';
  readonly filter: Filter;
  read(size: number, after?: unknown): Promise<Listing>;
}
