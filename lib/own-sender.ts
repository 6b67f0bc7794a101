import { browser } from './browser';
import type { Sender } from './messages';

/**
 * Tells whether a message comes from the extension itself. The background has no address in some browsers, but then no tab either.
 */
export function isOwn({ id, url, tab }: Pick<Sender, 'id' | 'url' | 'tab'>): boolean {
  if (id !== browser.runtime.id) return false;
  return url === undefined ? !tab : originOf(url) === originOf(browser.runtime.getURL('/'));
}

/** `URL.origin` is "null" of addresses like `chrome-extension:` in some browsers. */
export function originOf(url: string): string {
  return /^[\w-]+:\/\/[^/]+/.exec(url)?.[0] ?? '';
}
