import { type Signal, signal } from '@preact/signals';
import type { Note } from '../../papers/note';
import { within } from '../../papers/query/within';
import type { PaperDetails } from '../../papers/record';
import type { StoreErrorCode } from '../../store/database/errors';
import type { SmartList, Tag } from '../../store/database/schema';
import type { Tally } from '../../store/records/queries';
import type { Failure } from '../shared/guard';
import type { PagePaper, PageSummary } from './current-page/page-summary';
import type { Filter, Listing } from './list/sources';
import type { SearchHints } from './search/search-cache';

/** The two lists of the popup. */
export type TabName = 'saved' | 'new';

/** What the opened paper has beyond its row. */
export interface Opened {
  readonly id: string;
  readonly details?: PaperDetails;
  readonly note?: Note;
}

/** Which papers are listed. */
export interface Place {
  readonly tab: TabName;
  readonly filter: Filter;
  readonly query: string;
}

/** The list on show. */
export interface ShownPlace {
  readonly tab: TabName;
  /** Which list, narrowed how, and searched for what. */
  readonly key: string;
}

/** What was just done, or happened while nobody looked. */
export interface Notice {
  readonly said: string;
  /** How to take it back, where that can be: the action (see `undoAction`) and its papers. */
  readonly done?: { readonly action: number; readonly ids: readonly string[] };
}

/** Everything the popup shows; written by the service alone. */
export interface PopupState {
  readonly tab: Signal<TabName>;
  readonly filter: Signal<Filter>;
  readonly query: Signal<string>;
  readonly counts: Signal<Tally | undefined>;
  readonly tags: Signal<readonly Tag[]>;
  /** The smart lists that the reader has pinned. */
  readonly lists: Signal<readonly SmartList[]>;
  /** How many papers each of them finds; counted last of all. */
  readonly listCounts: Signal<ReadonlyMap<string, number>>;
  readonly listing: Signal<Listing | undefined>;
  /** Which list that is. */
  readonly place: Signal<ShownPlace>;
  readonly hints: Signal<SearchHints | undefined>;
  readonly opened: Signal<Opened | undefined>;
  /** The digest in the current tab. */
  readonly page: Signal<PageSummary | undefined>;
  /** The paper whose page is in the current tab. */
  readonly paper: Signal<PagePaper | undefined>;
  /** The page kind whose pages cannot be read, until the reader puts the banner away. */
  readonly problem: Signal<string | undefined>;
  readonly notice: Signal<Notice | undefined>;
  /** What a screen reader is told. */
  readonly announcement: Signal<string>;
  readonly failure: Signal<Failure<StoreErrorCode> | undefined>;
  readonly isBusy: Signal<boolean>;
  /** Whether opening an unread paper makes it one that is being read. */
  readonly startsReading: Signal<boolean>;
}

/** The state before anything is read. */
export function emptyState(): PopupState {
  return {
    tab: signal<TabName>('saved'),
    filter: signal<Filter>({}),
    query: signal(''),
    counts: signal<Tally | undefined>(undefined),
    tags: signal<readonly Tag[]>([]),
    lists: signal<readonly SmartList[]>([]),
    listCounts: signal<ReadonlyMap<string, number>>(new Map()),
    listing: signal<Listing | undefined>(undefined),
    place: signal<ShownPlace>({ tab: 'saved', key: 'saved' }),
    hints: signal<SearchHints | undefined>(undefined),
    opened: signal<Opened | undefined>(undefined),
    page: signal<PageSummary | undefined>(undefined),
    paper: signal<PagePaper | undefined>(undefined),
    problem: signal<string | undefined>(undefined),
    notice: signal<Notice | undefined>(undefined),
    announcement: signal(''),
    failure: signal<Failure<StoreErrorCode> | undefined>(undefined),
    isBusy: signal(false),
    startsReading: signal(false),
  };
}

/** The smart list that was chosen among the saved papers. */
export function chosenList({ filter, lists }: PopupState): SmartList | undefined {
  return lists.value.find(({ id }) => id === filter.value.list);
}

/** The search for what is on show: of the chosen smart list, and what is typed. */
export function askedFor(state: PopupState): string {
  return within(chosenList(state)?.query ?? '', state.query.value);
}

/** Whether what is listed was searched for. */
export function isFound({ filter, query }: PopupState): boolean {
  return filter.value.list !== undefined || query.value.trim() !== '';
}

/** The list that is asked for: which, narrowed how, and searched for what. */
export function keyOf({ tab, filter, query }: PopupState): string {
  if (tab.value === 'new') return 'new';
  const { state, tag, list } = filter.value;
  return ['saved', state, tag, list, query.value.trim()].filter(Boolean).join('\n');
}
