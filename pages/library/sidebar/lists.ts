import { browser } from '../../../lib/browser';
import { importAddress } from '../../../lib/import-address';
import { counted, type MessageKey, monthName, text } from '../../../lib/text';
import { savedIn } from '../../../papers/paper';
import type { Dimension } from '../../../papers/search/facets';
import type { Order } from '../../../papers/search/order';
import { home, type View, writeAddress } from '../address';
import type { LibraryService } from '../service';
import type { LibraryState } from '../state';
import type { NamedList } from './sidebar';

interface Fixed {
  readonly id: string;
  readonly label: MessageKey;
  readonly query: string;
  readonly order?: Order;
  readonly isWaiting?: boolean;
  readonly count: (counts: NonNullable<LibraryState['counts']['value']>) => number;
}

const fixed: readonly Fixed[] = [
  {
    id: 'unread',
    label: 'statusUnread',
    query: 'is:unread',
    isWaiting: true,
    count: ({ unread }) => unread,
  },
  { id: 'reading', label: 'statusReading', query: 'is:reading', count: ({ reading }) => reading },
  {
    id: 'queue',
    label: 'listQueue',
    query: 'is:queued',
    order: 'queue',
    count: ({ queued }) => queued,
  },
  { id: 'starred', label: 'listStarred', query: 'is:starred', count: ({ starred }) => starred },
  { id: 'snoozed', label: 'listSnoozed', query: 'is:snoozed', count: ({ snoozed }) => snoozed },
  { id: 'read', label: 'statusRead', query: 'is:read', count: ({ read }) => read },
  {
    id: 'all',
    label: 'listAll',
    query: '',
    count: savedIn,
  },
  { id: 'new', label: 'tabNew', query: 'is:new', count: ({ new: count }) => count },
  { id: 'missed', label: 'listMissed', query: 'is:missed', count: ({ missed }) => missed },
  { id: 'bin', label: 'listBin', query: 'is:deleted', count: ({ deleted }) => deleted },
];

/** The lists that every library has. */
export function fixedLists(service: LibraryService): NamedList[] {
  const { address, counts } = service.state;
  const { view, query, order } = address.value;
  return fixed.map(({ id, label, query: asked, order: wanted = home.order, isWaiting, count }) => ({
    id,
    label: text(label),
    count: counts.value && count(counts.value),
    address: writeAddress({ view: 'list', query: asked, order: wanted }),
    isCurrent: view === 'list' && query.trim() === asked && (asked !== '' || order === wanted),
    isWaiting: isWaiting === true,
    go: () => void service.list(asked, wanted),
  }));
}

const others = [
  { view: 'rules', label: 'rulesTitle' },
  { view: 'tags', label: 'facetTags' },
  { view: 'statistics', label: 'statistics' },
  { view: 'actions', label: 'actionsTitle' },
] as const satisfies readonly { view: View; label: MessageKey }[];

/** The views that are not lists of papers. */
export function otherViews(service: LibraryService): NamedList[] {
  return others.map(({ view, label }) => ({
    id: view,
    label: text(label),
    count: undefined,
    address: writeAddress({ ...home, view }),
    isCurrent: service.state.address.value.view === view,
    isWaiting: false,
    go: () => void service.go({ ...home, view, paper: undefined }),
  }));
}

/** The page that takes files of other programs, which has a tab of its own. */
export function importEntry(): NamedList {
  const address = importAddress();
  return {
    ...{ id: 'import', label: text('importAsked'), address },
    ...{ count: undefined, isCurrent: false, isWaiting: false },
    go: () => void browser.tabs.create({ url: address }),
  };
}

const states: Readonly<Record<string, MessageKey>> = {
  unread: 'statusUnread',
  reading: 'statusReading',
  read: 'statusRead',
  snoozed: 'listSnoozed',
  starred: 'listStarred',
  new: 'stateNew',
  seen: 'stateSeen',
  later: 'listLater',
  missed: 'listMissed',
  dismissed: 'cardDismiss',
  deleted: 'listBin',
};

const sites: Readonly<Record<string, string>> = {
  huggingface: 'Hugging Face',
  arxiv: 'arXiv',
  openreview: 'OpenReview',
  acl: 'ACL Anthology',
};

/** A value of a facet in the reader's words: `2026-03` is `Mar 2026`. */
export function facetName(dimension: Dimension, value: string): string {
  if (dimension === 'states') return states[value] ? text(states[value]) : value;
  if (dimension === 'sites') return sites[value] ?? value;
  return dimension === 'months' ? monthName(value) : value;
}

/** The title of the page for the reader's tabs and history. */
export function pageTitle(view: View, query: string, total: number | undefined): string {
  const other = others.find((one) => one.view === view);
  if (other) return text('pageTitle', text(other.label), text('extensionName'));
  const words = query.trim();
  if (!words) return text('extensionName');
  const list = fixed.find(({ query: asked }) => asked === words);
  const name = list ? text(list.label) : words;
  return total === undefined ? name : text('pageTitle', name, counted('papers', total));
}
