import { browser } from './browser';
import type { MessageType, Sender } from './messages';
import { isOwn, originOf } from './own-sender';

/**
 * Where a message may come from: a page of a site that Offprint knows, one of a site that has digests and so the page
 * bar, the extension itself (its pages and its background), either of these two, or its page that nobody sees.
 */
type Origin = 'site' | 'digests' | 'own' | 'digests or own' | 'hidden';

/** Who may send each message. A new message is one line here. */
export const senders: Readonly<Record<MessageType, Origin>> = {
  sighting: 'site',
  states: 'site',
  impressions: 'site',
  leave: 'site',
  here: 'site',
  savedOf: 'site',
  decide: 'site',
  loadPart: 'site',
  pageBar: 'digests',
  dismissRest: 'digests',
  countDay: 'digests',
  undo: 'digests',
  tagPaper: 'digests',
  notePaper: 'digests',
  tagNames: 'digests',
  paperText: 'digests',
  reasons: 'digests',
  learning: 'digests',
  makeRule: 'digests',
  checkNow: 'digests or own',
  openPaper: 'digests',
  openDeck: 'digests',
  page: 'own',
  savePage: 'own',
  changed: 'own',
  withdrawn: 'own',
  relay: 'hidden',
};

/** The messages that the background answers: those that pages may send. */
export const fromPages = (Object.keys(senders) as MessageType[]).filter(
  (type) => senders[type] !== 'own',
);

/** Origins of sites whose pages run our content script, where they are granted. */
export interface SiteOrigins {
  readonly all: readonly string[];
  /** Those of sites that have digests, and so the page bar. */
  readonly digests: readonly string[];
}

/**
 * Tells whether a sender may send a message. The browser says who it is: the extension's id, and the address
 * of the page, which no page can choose. A site that goes on without a load may be anywhere on its host.
 */
export function isAllowed(type: MessageType, sender: Sender, sites: SiteOrigins): boolean {
  const from = senders[type];
  if (from.includes('own') && isOwn(sender)) return true;
  if (from === 'own') return false;
  const { id, url = '' } = sender;
  if (from === 'hidden') return isOwn(sender) && url === browser.runtime.getURL('/offscreen.html');
  const origins = from === 'site' ? sites.all : sites.digests;
  return id === browser.runtime.id && origins.includes(originOf(url));
}
