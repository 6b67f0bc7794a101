import { browser } from '../../lib/browser';
import { libraryAddress } from '../../lib/library-address';
import { pageOf } from '../../papers/identity';
import type { PaperRecord } from '../../papers/record';
import { libraryTab, ownTab, type Place } from './own-pages';

/** Where a page is opened, as the address bar tells it. */
export type Disposition = 'currentTab' | 'newForegroundTab' | 'newBackgroundTab';

/** Opens a page. */
export async function openAddress(url: string, where: Disposition): Promise<void> {
  if (where === 'currentTab') await browser.tabs.update({ url });
  else await browser.tabs.create({ url, active: where === 'newForegroundTab' });
}

const deckPath = '/deck.html';

/** Shows the library: the tab that has it, whatever it shows, or else a new one. */
export async function showLibrary(): Promise<void> {
  await showPage(await libraryTab(), libraryAddress());
}

/** Shows the deck with everything new: the tab that has a deck, or else a new one. */
export async function openDeck(): Promise<void> {
  await showPage(await ownTab(deckPath), new URL(deckPath, browser.runtime.getURL('/')).href);
}

async function showPage(open: Place | undefined, url: string): Promise<void> {
  if (!open) return openAddress(url, 'newForegroundTab');
  await browser.tabs.update(open.tabId, { active: true });
  await browser.windows.update(open.windowId, { focused: true });
}

/** The page of a stored paper: its own, or the library's where it has none. */
export function addressOfStored({ id }: PaperRecord): string {
  return pageOf(id) ?? libraryAddress({ paper: id });
}
