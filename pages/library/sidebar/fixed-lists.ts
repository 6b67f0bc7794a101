import type { MessageKey } from '../../../lib/text';
import { savedIn } from '../../../papers/paper';
import type { Order } from '../../../papers/search/order';
import type { ListTally } from '../../../store/records/tally-of-lists';

/** A list that every library has: a search with a name. */
export interface FixedList {
  readonly id: string;
  readonly label: MessageKey;
  readonly query: string;
  readonly order?: Order;
  /** Whether its papers wait to be read. */
  readonly isWaiting?: boolean;
  /** Whether its papers wait for a decision. */
  readonly isUndecided?: boolean;
  /** Whether it is known how likely they are for the reader. */
  readonly isRanked?: boolean;
  /** What it says when no paper is in it. */
  readonly empty: MessageKey;
  readonly count: (counts: ListTally) => number;
}

/** The lists of what was saved. */
export const savedLists: readonly FixedList[] = [
  {
    id: 'unread',
    label: 'statusUnread',
    query: 'is:unread',
    isWaiting: true,
    empty: 'emptyUnreadText',
    count: ({ unread }) => unread,
  },
  {
    id: 'reading',
    label: 'statusReading',
    query: 'is:reading',
    empty: 'emptyReadingText',
    count: ({ reading }) => reading,
  },
  {
    id: 'queue',
    label: 'listQueue',
    query: 'is:queued',
    order: 'queue',
    empty: 'emptyQueueText',
    count: ({ queued }) => queued,
  },
  {
    id: 'starred',
    label: 'listStarred',
    query: 'is:starred',
    empty: 'emptyStarredText',
    count: ({ starred }) => starred,
  },
  {
    id: 'snoozed',
    label: 'listSnoozed',
    query: 'is:snoozed',
    empty: 'emptySnoozedText',
    count: ({ snoozed }) => snoozed,
  },
  {
    id: 'read',
    label: 'statusRead',
    query: 'is:read',
    empty: 'emptyReadText',
    count: ({ read }) => read,
  },
  { id: 'all', label: 'listAll', query: '', empty: 'emptySavedText', count: savedIn },
];

/** The lists of what was not, so that nothing is lost from sight: what waits for a decision, then what was decided. */
export const otherLists: readonly FixedList[] = [
  {
    id: 'new',
    label: 'tabNew',
    query: 'is:new',
    isUndecided: true,
    isRanked: true,
    empty: 'emptyNewText',
    count: ({ new: count }) => count,
  },
  {
    id: 'undecided',
    label: 'listUndecided',
    query: 'is:undecided',
    isUndecided: true,
    isRanked: true,
    empty: 'emptyUndecidedText',
    count: ({ undecided }) => undecided,
  },
  {
    id: 'later',
    label: 'listLater',
    query: 'is:later',
    isUndecided: true,
    empty: 'emptyLaterText',
    count: ({ later }) => later,
  },
  {
    id: 'missed',
    label: 'listMissed',
    query: 'is:missed',
    isUndecided: true,
    empty: 'emptyMissedText',
    count: ({ missed }) => missed,
  },
  {
    id: 'dismissed',
    label: 'cardDismissed',
    query: 'is:dismissed',
    empty: 'emptyDismissedText',
    count: ({ dismissed }) => dismissed,
  },
  {
    id: 'bin',
    label: 'listBin',
    query: 'is:deleted',
    empty: 'emptyBinText',
    count: ({ deleted }) => deleted,
  },
];

/** The list that a search is the one of. */
export function fixedListOf(query: string): FixedList | undefined {
  const asked = query.trim();
  return [...savedLists, ...otherLists].find((list) => list.query === asked);
}
