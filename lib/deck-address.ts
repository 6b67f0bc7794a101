import type { Scope } from '../papers/deck/scope';
import { browser } from './browser';

/** The path of the deck within the extension. */
export const deckPath = '/deck.html';

/**
 * The address of the deck.
 * @param scope Which papers; without it the deck goes on where it was, or begins with all new ones.
 */
export function deckUrl({ days, list }: Scope = {}): string {
  const url = new URL(deckPath, browser.runtime.getURL('/'));
  if (list !== undefined) url.searchParams.set('list', list);
  else if (days?.length) url.search = `?days=${days.join()}`;
  return url.href;
}
