import { browser } from '../../lib/browser';
import { permissionFor } from '../../lib/granted';
import type { Sender } from '../../lib/messages';
import { siteAt } from '../../sites/hosts';

/** The site that a message comes from, where it is none of those that Offprint knows; `undefined` of one that is. */
export function guestAt({ url = '' }: Sender): URL | undefined {
  if (!URL.canParse(url)) return undefined;
  const { origin, protocol } = new URL(url);
  return protocol === 'https:' && !siteAt(origin) ? new URL(url) : undefined;
}

/**
 * Has a page of another site send messages only while the reader lets Offprint on to it.
 * @throws Error of one that is not, or no longer, granted.
 */
export async function mustBeGranted(guest: URL): Promise<void> {
  const origins = [permissionFor(guest)];
  if (!(await browser.permissions.contains({ origins })))
    throw new Error(`Offprint is not on ${guest.host}`);
}
