import type { Sender, Visit } from '../../lib/messages';
import type { Paper } from '../../papers/paper';
import { dayLength, isoDay } from '../../papers/record';
import { type Place, placeOf, siteOf } from '../../sites/places';
import { isDaily } from '../../sites/registry';
import { listKey } from '../../store/days/days';
import { guestAt } from '../permissions/check-sender';

/**
 * A visit as far as it is to be believed: digest, day and what the page shows are what the sender's address
 * says, whatever the message says. Where the address names no digest (`/papers` shows the period viewed last)
 * the message may name one of its site. A page that goes elsewhere without a load may send what it read
 * before: then nothing of a day is told, nor that the reader looked at a paper's own page.
 * @param papers Those that the message is about.
 * @param now ms since the epoch; a day that has not come yet anywhere is no day.
 */
export function placed(
  visit: Visit,
  sender: Sender,
  papers: readonly Pick<Paper, 'id'>[],
  now: number,
): Visit {
  const { day, shows: _shows, ...rest } = visit;
  for (const url of addressesOf(sender)) {
    const place = placeOf(url);
    if (!place || !isNamed(place, visit, now)) continue;
    if (place.shows === 'paper' && !papers.every((paper) => isAbout(visit, paper))) continue;
    const isKnown = day !== undefined && hasCome(day, now);
    return { ...rest, shows: place.shows, ...(isKnown ? { day } : {}) };
  }
  const guest = guestAt(sender);
  if (guest && rest.digest.startsWith(`${guest.host}:`)) {
    const isOwn = visit.shows === 'paper' && papers.every((paper) => isAbout(visit, paper));
    return { ...rest, shows: isOwn ? 'paper' : 'digest' };
  }
  const [own] = addressesOf(sender);
  return { ...rest, digest: `${(own && siteOf(own)) ?? 'unknown'}:elsewhere`, shows: 'digest' };
}

/**
 * The list of a day that the sender's address names, as the store has it; see `listKey`.
 */
export function listNamed(sender: Sender, now: number): string | undefined {
  const day = dayNamed(sender, now);
  if (day !== undefined) return day;
  const digests = addressesOf(sender).map((url) => placeOf(url)?.digest);
  return digests.flatMap((digest) => (digest && listKey({ digest: digest.id })) ?? [])[0];
}

/**
 * The day whose list the sender's address names; `undefined` where it names none, or one that has not come.
 * @param now ms since the epoch.
 */
export function dayNamed(sender: Sender, now: number): string | undefined {
  for (const url of addressesOf(sender)) {
    const day = placeOf(url)?.digest?.day;
    if (day !== undefined) return hasCome(day, now) ? day : undefined;
  }
  return undefined;
}

function hasCome(day: string, now: number): boolean {
  return day <= isoDay(now + dayLength);
}

/**
 * The addresses that a sender has: that of the tab while it is on the same host, and the frame's own, which
 * some browsers tell as it was when the page was loaded.
 */
function addressesOf({ url = '', tab, frameId = 0 }: Sender): URL[] {
  if (!URL.canParse(url)) return [];
  const own = new URL(url);
  const shown = frameId === 0 && tab?.url && URL.canParse(tab.url) ? new URL(tab.url) : own;
  return shown.origin === own.origin ? [shown, own] : [own];
}

function isNamed({ site, digest: named, dated }: Place, visit: Visit, now: number): boolean {
  const { digest, day } = visit;
  if (named) return named.id === digest && named.day === day;
  const [, list, of] = /^(.+):(\d{4}-\d\d-\d\d)$/.exec(digest) ?? [];
  if (of === undefined) return day === undefined && digest.startsWith(`${site}:`);
  if (list !== dated) return false;
  return isDaily(digest) ? day === of : day === undefined && hasCome(of, now);
}

/** A paper page's digest ends with the id of its paper. */
function isAbout({ digest }: Visit, { id }: Pick<Paper, 'id'>): boolean {
  return digest.endsWith(id.slice(id.indexOf(':')));
}
