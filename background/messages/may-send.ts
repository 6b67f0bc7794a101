import { browser } from '../../lib/browser';
import type { MessageType, Sender } from '../../lib/messages';
import { isAllowed, senders } from '../../lib/senders';
import { siteHosts } from '../../sites/hosts';
import type { SiteHosts } from '../../sites/site';
import { guestAt } from '../permissions/check-sender';

const originsOf = (hosts: readonly SiteHosts[]) =>
  hosts.flatMap(({ required, optional }) => [...required, ...optional]);

const sites = {
  all: originsOf(siteHosts),
  digests: originsOf(siteHosts.filter(({ digestPaths }) => digestPaths.length > 0)),
};

/**
 * Tells whether a sender may send a message to the background; see `isAllowed`. Those of other sites, which the reader may
 * have let Offprint on to, are looked at once more before they are answered.
 */
export function maySend(type: MessageType, sender: Sender): boolean {
  if (isAllowed(type, sender, sites)) return true;
  const isOurs = sender.id === browser.runtime.id;
  return isOurs && senders[type] === 'site' && guestAt(sender) !== undefined;
}
