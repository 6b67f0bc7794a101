import type { Status } from '../../../papers/paper';
import type { PaperRecord } from '../../../papers/record';
import type { Changed } from '../../shared/live-query';

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
  /** Of the order "for you" the papers that were drawn from lower down; absent in any other one. */
  readonly widening?: ReadonlySet<string>;
}

/** A list that is read page by page. */
export interface Source {
  /** The saved papers, those that a search found, or the undecided ones. */
  readonly kind: 'saved' | 'found' | 'new';
  readonly filter: Filter;
  read(size: number, after?: unknown): Promise<Listing>;
}

/** What is known of a list that is read again. */
export interface Shown {
  readonly source: Source;
  readonly listing: Listing;
  readonly changed: Changed;
  /** How many papers are read at least. */
  readonly size: number;
  /** The opened paper. */
  readonly open: string | undefined;
}

/** Reads of a list what is more than a page of the saved papers. */
export interface ListReader {
  /** Takes up what has changed, before anything is read again. */
  note(changed: Changed): void;
  /** Reads a list again. */
  refresh(shown: Shown): Promise<Listing>;
  /** Reads a page of another list than the saved papers. */
  read(kind: 'found' | 'new', size: number, after?: unknown): Promise<Listing>;
  /** Looks where the words of a search are in some papers; they are empty where nothing is looked for. */
  mark(listing: Listing, words: string): Promise<void>;
  /** Says what there is to say of the search on show. */
  explain(): Promise<void>;
}
