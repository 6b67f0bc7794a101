import { browser } from '../../../lib/browser';
import { deckUrl } from '../../../lib/deck-address';
import { showOwnTab } from '../../../lib/own-tabs';
import { report } from '../../../lib/report';
import { isNamed, type Scope } from '../../../papers/deck/scope';

/** Shows the deck; a popup that is no tab gives way to it, which not every browser does by itself. */
export async function showDeck(scope: Scope = {}): Promise<void> {
  try {
    if (isNamed(scope)) await browser.tabs.create({ url: deckUrl(scope) });
    else await showOwnTab(deckUrl());
    if (!(await browser.tabs.getCurrent())) window.close();
  } catch (error) {
    report('popup deck', error);
  }
}
