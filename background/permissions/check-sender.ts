import { browser } from '../../lib/browser';
import { permissionFor } from '../../lib/granted';
import type { Sender } from '../../lib/messages';
import { siteAt, siteHosts } from '../../sites/hosts';

/** The site that a message comes from, where it is none of those that Offprint knows; `undefined` of one that is. */
export function guestAt({ url = '' }: Sender): URL | undefined {
  if (!URL.canParse(url)) return undefined;
  const { origin, protocol } = new URL(url);
  return protocol === 'https:' && !siteAt(origin) ? new URL(url) : undefined;
}

/** Where a message comes from, if the reader may have taken Offprint away from there since; `undefined` of a required host. */
export function revocableAt(sender: Sender): URL | undefined {
  const { url = '' } = sender;
  if (!URL.canParse(url)) return undefined;
  const from = new URL(url);
  const isOptional = siteHosts.some(({ optional }) => optional.includes(from.origin));
  return isOptional ? from : guestAt(sender);
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
