import { browser } from '../../../lib/browser';
import { deckUrl } from '../../../lib/deck-address';
import { showOwnTab } from '../../../lib/own-tabs';
import { report } from '../../../lib/report';

/** Shows the deck; a popup that is no tab gives way to it, which not every browser does by itself. */
export async function showDeck(days: readonly string[] = []): Promise<void> {
  try {
    if (days.length > 0) await browser.tabs.create({ url: deckUrl({ days }) });
    else await showOwnTab(deckUrl());
    if (!(await browser.tabs.getCurrent())) window.close();
  } catch (error) {
    report('popup deck', error);
  }
}
