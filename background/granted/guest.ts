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

/** A page sent a message that may have been granted once; its script ends as soon as it is told. */
export class NotGranted extends Error {}

/**
 * Has a page of another site send messages only while the reader lets Offprint on to it.
 * @throws NotGranted
 */
export async function mustBeGranted(guest: URL): Promise<void> {
  const origins = [permissionFor(guest)];
  if (!(await browser.permissions.contains({ origins })))
    throw new NotGranted(`Offprint is not on ${guest.host}`);
}
