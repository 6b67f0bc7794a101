import type { MessageType, Sender } from '../../lib/messages';
import { isAllowed } from '../../lib/senders';
import { siteHosts } from '../../sites/hosts';
import type { SiteHosts } from '../../sites/site';

const originsOf = (hosts: readonly SiteHosts[]) =>
  hosts.flatMap(({ required, optional }) => [...required, ...optional]);

const sites = {
  all: originsOf(siteHosts),
  digests: originsOf(siteHosts.filter(({ digestPaths }) => digestPaths.length > 0)),
};

/** Tells whether a sender may send a message to the background; see `isAllowed`. */
export function maySend(type: MessageType, sender: Sender): boolean {
  return isAllowed(type, sender, sites);
}
