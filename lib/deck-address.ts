import { browser } from './browser';

/** The path of the catch-up deck within the extension. */
export const deckPath = '/deck.html';

/** The address of the deck with everything that is new. */
export function deckUrl(): string {
  return new URL(deckPath, browser.runtime.getURL('/')).href;
}
