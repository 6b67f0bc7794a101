import { browser } from '../../lib/browser';
import { deckUrl } from '../../lib/deck-address';
import { libraryAddress } from '../../lib/library-address';
import { readOptions } from '../../lib/options';
import { showOwnTab } from '../../lib/own-tabs';
import type { Scope } from '../../papers/deck/scope';
import { openedAt } from '../../papers/homes';
import type { PaperRecord } from '../../papers/record';
import { pageOfPaper } from '../../papers/same/faces-of';

/** Where a page is opened, as the address bar tells it. */
export type Disposition = 'currentTab' | 'newForegroundTab' | 'newBackgroundTab';

/** Opens a page. */
export async function openAddress(url: string, where: Disposition): Promise<void> {
  if (where === 'currentTab') await browser.tabs.update({ url });
  else await browser.tabs.create({ url, active: where === 'newForegroundTab' });
}

/** Shows the library: the tab that has it, whatever it shows, or else a new one. */
export function showLibrary(): Promise<void> {
  return showOwnTab(libraryAddress());
}

/** Shows the deck: with some days or a list in a new tab, else in the tab that has it. */
export function openDeck(scope: Scope = {}): Promise<void> {
  const url = deckUrl(scope);
  return scope.days?.length || scope.list ? openAddress(url, 'newForegroundTab') : showOwnTab(url);
}

/** Where a stored paper opens: where the reader chose, or the library where no page of it is known. */
export async function addressToOpen(paper: PaperRecord): Promise<string> {
  return openedAt(paper, await readOptions()) ?? libraryAddress({ paper: paper.id });
}

/** The page of a stored paper that its address names it by: that of the id that leads, or the library's where it has none. */
export function addressOfStored(paper: PaperRecord): string {
  return pageOfPaper(paper) ?? libraryAddress({ paper: paper.id });
}
