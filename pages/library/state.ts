import { computed, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import type { Options } from '../../lib/options';
import type { Note } from '../../papers/note';
import { isUndecided, type PaperId } from '../../papers/paper';
import type { Problem } from '../../papers/query/query';
import type { PaperDetails, PaperRecord } from '../../papers/record';
import type { Rule } from '../../papers/rules/rule';
import type { Facets } from '../../papers/search/facets';
import type { MonthTally } from '../../papers/statistics/month';
import type { StoreErrorCode } from '../../store/database/errors';
import type { Action, SmartList, Tag } from '../../store/database/schema';
import type { ListTally } from '../../store/records/tally-of-lists';
import type { PaperMarks } from '../../store/search/marks';
import type { Failure } from '../shared/guard';
import { recentTagsAfter } from '../shared/tags/recent-tags';
import { type Address, home, type View } from './address';

/** What of an address says which papers are listed. */
export type Place = Pick<Address, 'query' | 'order' | 'seed'>;

/** What a search found, counted. */
export interface FoundFacets extends Facets {
  /** The search. */
  readonly query: string;
}

/** What is listed: every id in order, the words that were looked for and what is wrong with them. */
export interface Listing {
  /** Which search and order it answers; what is selected belongs to it. */
  readonly asked: string;
  /** The address that it was looked for at; the page's own is ahead of it while a search is made. */
  readonly place: Place;
  readonly ids: readonly PaperId[];
  /** The open paper, where it has left the list and keeps its place. */
  readonly left?: PaperId | undefined;
  /** How many the search found; a paper that has left the list while it is open is not counted. */
  readonly total: number;
  /** Of the order "for you" those that were drawn from lower down. */
  readonly widening?: ReadonlySet<PaperId> | undefined;
  readonly problems: readonly Problem[];
  readonly instead: readonly { readonly text: string; readonly search: string }[];
}

/** The paper under the cursor, with what its row does not need. */
export interface Opened {
  readonly id: PaperId;
  readonly record: PaperRecord;
  readonly details?: PaperDetails;
  readonly note?: Note;
}

/** A bulk change under way. */
export interface Progress {
  readonly said: string;
  readonly done: number;
  readonly total: number;
  readonly stop: () => void;
}

/** What was done, and the action that takes it back. */
export interface Notice {
  readonly said: string;
  readonly action?: number;
  /** Takes back what is no action of papers. */
  readonly back?: () => void;
}

/** Everything the library shows; written by the service alone. */
export interface LibraryState {
  readonly address: Signal<Address>;
  /** Parts of it, for what must not be drawn anew at each key in the search. */
  readonly view: ReadonlySignal<View>;
  readonly paper: ReadonlySignal<PaperId | undefined>;
  readonly listing: Signal<Listing | undefined>;
  /** The records of the rows that were on screen. */
  readonly records: Signal<ReadonlyMap<PaperId, PaperRecord>>;
  readonly marks: Signal<ReadonlyMap<PaperId, PaperMarks>>;
  readonly opened: Signal<Opened | undefined>;
  readonly selected: Signal<ReadonlySet<PaperId>>;
  readonly counts: Signal<ListTally | undefined>;
  readonly tags: Signal<readonly Tag[]>;
  /** Those of the number keys. */
  readonly recentTags: ReadonlySignal<readonly string[]>;
  readonly facets: Signal<FoundFacets | undefined>;
  readonly smartLists: Signal<readonly SmartList[]>;
  readonly rules: Signal<readonly Rule[]>;
  /** How many papers each of them finds. */
  readonly listCounts: Signal<ReadonlyMap<string, number>>;
  /** What can be undone, newest first. */
  readonly actions: Signal<readonly Action[]>;
  /** Bulk changes that were cut off. */
  readonly cutOff: Signal<readonly Action[]>;
  readonly notice: Signal<Notice | undefined>;
  readonly progress: Signal<Progress | undefined>;
  /** The sums that the statistics are drawn from; read when they are first looked at. */
  readonly figures: Signal<readonly MonthTally[] | undefined>;
  /** What the badge counts. */
  readonly badge: Signal<Options['badge']>;
  /** What a screen reader is told. */
  readonly announcement: Signal<string>;
  readonly failure: Signal<Failure<StoreErrorCode> | undefined>;
  readonly isBusy: Signal<boolean>;
}

/** The state before anything is read. */
export function emptyState(first: Address = home): LibraryState {
  const address = signal(first);
  const tags = signal<readonly Tag[]>([]);
  const actions = signal<readonly Action[]>([]);
  let recent: readonly string[] = [];
  return {
    address,
    view: computed(() => address.value.view),
    paper: computed(() => address.value.paper),
    listing: signal<Listing | undefined>(undefined),
    records: signal<ReadonlyMap<PaperId, PaperRecord>>(new Map()),
    marks: signal<ReadonlyMap<PaperId, PaperMarks>>(new Map()),
    opened: signal<Opened | undefined>(undefined),
    selected: signal<ReadonlySet<PaperId>>(new Set()),
    counts: signal<ListTally | undefined>(undefined),
    tags,
    recentTags: computed(() => {
      recent = recentTagsAfter(recent, actions.value, tags.value);
      return recent;
    }),
    facets: signal<FoundFacets | undefined>(undefined),
    smartLists: signal<readonly SmartList[]>([]),
    rules: signal<readonly Rule[]>([]),
    listCounts: signal<ReadonlyMap<string, number>>(new Map()),
    actions,
    cutOff: signal<readonly Action[]>([]),
    notice: signal<Notice | undefined>(undefined),
    progress: signal<Progress | undefined>(undefined),
    figures: signal<readonly MonthTally[] | undefined>(undefined),
    badge: signal<Options['badge']>('unread'),
    announcement: signal(''),
    failure: signal<Failure<StoreErrorCode> | undefined>(undefined),
    isBusy: signal(false),
  };
}

/** The papers whose rows were on screen, and the open one, as far as they wait for a decision. */
export function undecidedIn({ listing, records, opened }: LibraryState): PaperId[] {
  const listed = new Set(listing.value?.ids);
  const shown = [...records.value.values()].filter(({ id }) => listed.has(id));
  return [...shown, ...(opened.value ? [opened.value.record] : [])]
    .filter(({ state }) => isUndecided(state))
    .map(({ id }) => id);
}
