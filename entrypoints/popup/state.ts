import { type Signal, signal } from '@preact/signals';
import type { PaperDetails } from '../../papers/record';
import type { StoreErrorCode } from '../../store/errors';
import type { Counts } from '../../store/queries';
import type { Note, Tag } from '../../store/schema';
import type { Filter, Listing } from './lists';
import type { PageSummary } from './page-summary';
import type { SearchHints } from './search-cache';

/** The two lists of the popup. */
export type TabName = 'saved' | 'new';

/** What the opened paper has beyond its row. */
export interface Opened {
  readonly id: string;
  readonly details?: PaperDetails;
  readonly note?: Note;
}

/** What was just done, and how to take it back. */
export interface Notice {
  readonly text: string;
  /** See `undoAction`. */
  readonly action: number;
  /** The papers it was done to. */
  readonly ids: readonly string[];
}

/** What went wrong, for the sentence that tells it. */
export interface Failure {
  readonly code: StoreErrorCode;
  readonly detail: string;
  readonly during: 'read' | 'write';
}

/** Everything the popup shows; written by the service alone. */
export interface PopupState {
  readonly tab: Signal<TabName>;
  readonly filter: Signal<Filter>;
  readonly query: Signal<string>;
  readonly counts: Signal<Counts | undefined>;
  readonly tags: Signal<readonly Tag[]>;
  readonly listing: Signal<Listing | undefined>;
  readonly hints: Signal<SearchHints | undefined>;
  readonly opened: Signal<Opened | undefined>;
  readonly page: Signal<PageSummary | undefined>;
  /** The page kind whose pages cannot be read, until the reader puts the banner away. */
  readonly problem: Signal<string | undefined>;
  readonly notice: Signal<Notice | undefined>;
  /** What a screen reader is told. */
  readonly announcement: Signal<string>;
  readonly failure: Signal<Failure | undefined>;
  readonly isBusy: Signal<boolean>;
}

/** The state before anything is read. */
export function emptyState(): PopupState {
  return {
    tab: signal<TabName>('saved'),
    filter: signal<Filter>({}),
    query: signal(''),
    counts: signal<Counts | undefined>(undefined),
    tags: signal<readonly Tag[]>([]),
    listing: signal<Listing | undefined>(undefined),
    hints: signal<SearchHints | undefined>(undefined),
    opened: signal<Opened | undefined>(undefined),
    page: signal<PageSummary | undefined>(undefined),
    problem: signal<string | undefined>(undefined),
    notice: signal<Notice | undefined>(undefined),
    announcement: signal(''),
    failure: signal<Failure | undefined>(undefined),
    isBusy: signal(false),
  };
}
