import { browser } from '../../../lib/browser';
import { importAddress } from '../../../lib/import-address';
import { counted, type MessageKey, monthName, text } from '../../../lib/text';
import type { Dimension } from '../../../papers/search/facets';
import { siteTitle } from '../../../sites/registry';
import { home, type View, writeAddress } from '../address';
import type { LibraryService } from '../service';
import { type FixedList, fixedListOf } from './fixed-lists';
import type { NamedList } from './sidebar';

/** Some of the lists that every library has, as the sidebar shows them. */
export function fixedLists(service: LibraryService, lists: readonly FixedList[]): NamedList[] {
  const { address, counts } = service.state;
  const { view, query, order } = address.value;
  return lists.map(({ id, label, query: asked, order: wanted = home.order, isWaiting, count }) => ({
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
  { view: 'duplicates', label: 'duplicatesTitle' },
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
  dismissed: 'cardDismissed',
  deleted: 'listBin',
};

/** A value of a facet in the reader's words: `2026-03` is `Mar 2026`. */
export function facetName(dimension: Dimension, value: string): string {
  if (dimension === 'states') return states[value] ? text(states[value]) : value;
  if (dimension === 'sites') return siteTitle(value);
  return dimension === 'months' ? monthName(value) : value;
}

/** The title of the page for the reader's tabs and history. */
export function pageTitle(view: View, query: string, total: number | undefined): string {
  const other = others.find((one) => one.view === view);
  if (other) return text('pageTitle', text(other.label), text('extensionName'));
  const words = query.trim();
  if (!words) return text('extensionName');
  const list = fixedListOf(words);
  const name = list ? text(list.label) : words;
  return total === undefined ? name : text('pageTitle', name, counted('papers', total));
}
