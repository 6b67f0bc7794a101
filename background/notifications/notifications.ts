import { browser } from '../../lib/browser';
import { libraryAddress } from '../../lib/library-address';
import { readOptions } from '../../lib/options';
import { type PollState, readPollState } from '../../lib/poll-state';
import { report } from '../../lib/report';
import { counted, text } from '../../lib/text';
import { localDay } from '../../papers/local-day';
import { countNew } from '../../store/records/queries';
import { countFollowedFrom, type Followed } from '../../store/rules/followed';
import { openAddress, openDeck } from '../commands/open-page';
import type { TimedJob } from '../jobs/alarms';
import { afterQuiet } from '../poll/pause';

/** One at a time: a newer one takes the place of one that nobody has clicked. */
const id = 'new-papers';
/** The one that tells of nothing but what rules have saved, which is not in the deck. */
const savedId = 'saved-papers';
/**
 * In storage.local: the reader's day of the last one, and from when on papers of rules are untold, in
 * ms. Written after showing: whoever is killed between the two shows the same one again.
 */
const toldKey = 'told';
const untoldKey = 'untoldFrom';

/**
 * When the daily notification is due.
 * @param told The reader's day on which one was shown last, or was not since nothing was new; empty
 * when the first one waits.
 * @param hour See `Options`.
 * @param now ms since the epoch.
 * @returns In ms since the epoch; in the past when today's is late, as after a night asleep.
 */
export function nextTelling(told: string | undefined, hour: number, now: number): number {
  const at = new Date(now);
  at.setHours(hour, 0, 0, 0);
  const isDone = told === undefined ? at.getTime() <= now : told === localDay(now);
  if (isDone) at.setDate(at.getDate() + 1);
  return at.getTime();
}

/**
 * The job that tells once a day how many papers are new, where the reader wants that. Without a
 * network, or when nothing is new and the site could not be asked, it waits for the next poll.
 * @param poll Done first, or waited for when one is under way, so that what is told is true.
 */
export function notifyJob(poll: Pick<TimedJob, 'run'>): TimedJob {
  return {
    name: 'notify',
    async nextAt() {
      const { notify, notifyAt } = await readOptions();
      if (notify !== 'daily') return undefined;
      const now = Date.now();
      const at = nextTelling(await readTold(), notifyAt, now);
      const { askAt = at } = (at <= now && (await readFailed())) || {};
      return Math.max(at, askAt);
    },
    async run(now) {
      const { notify } = await readOptions();
      const told = await readTold();
      if (notify !== 'daily' || told === localDay(now)) return;
      await poll.run(now);
      const failed = await readFailed();
      const { new: count } = await countNew();
      if (failed && (count === 0 || failed.problem === 'offline')) return keepTold(told ?? '');
      if (count > 0) await show(id, counted('notifyNew', count), text('notifyHow'));
      await keepTold(localDay(now));
    },
  };
}

/**
 * Does a poll, and tells of papers that a follow rule matches and that have come since it last
 * could, where the reader wants that. Those that come after the day's notification are told with a
 * poll of the next day, whether that brings more or not.
 * @param now ms since the epoch.
 */
export async function tellFollowed(poll: () => Promise<void>, now: number): Promise<void> {
  await poll();
  const { notify, quietHours } = await readOptions();
  if (notify !== 'rule') return browser.storage.local.remove(untoldKey);
  if (afterQuiet(now, quietHours) > now) return;
  const from = Math.min(await readUntoldFrom(now), now);
  const followed = await countFollowedFrom(from, now);
  const isAny = followed.new + followed.saved > 0;
  const waits = isAny && (await readTold()) === localDay(now);
  if (isAny && !waits) await showFollowed(followed);
  await browser.storage.local.set({
    [untoldKey]: waits ? from : now + 1,
    ...(isAny && { [toldKey]: localDay(now) }),
  });
}

function showFollowed({ new: fresh, saved }: Followed): Promise<void> {
  const title = counted('notifyFollowed', fresh + saved);
  if (fresh === 0) return show(savedId, title, counted('notifySaved', saved));
  return show(id, title, saved ? counted('notifySomeSaved', saved) : text('notifyHow'));
}

/** Opens what a notification tells of. */
export function openTold(shown: string): void {
  const opening =
    shown === savedId
      ? openAddress(libraryAddress({ q: 'is:unread' }), 'newForegroundTab')
      : openDeck();
  opening.catch((error: unknown) => report('notification', error));
}

async function show(as: string, title: string, message: string): Promise<void> {
  if (!(await browser.permissions.contains({ permissions: ['notifications'] }))) return;
  const iconUrl = browser.runtime.getURL('/icon/128.png');
  await browser.notifications.create(as, { type: 'basic', iconUrl, title, message });
}

/** How asking for new papers goes while it fails; `undefined` when it does not, or is turned off. */
async function readFailed(): Promise<PollState | undefined> {
  const { polls } = await readOptions();
  const state = await readPollState();
  return polls && state?.problem ? state : undefined;
}

async function readTold(): Promise<string | undefined> {
  const told = (await browser.storage.local.get(toldKey))[toldKey];
  return typeof told === 'string' ? told : undefined;
}

async function keepTold(day: string): Promise<void> {
  await browser.storage.local.set({ [toldKey]: day });
}

async function readUntoldFrom(otherwise: number): Promise<number> {
  const from = (await browser.storage.local.get(untoldKey))[untoldKey];
  return typeof from === 'number' ? from : otherwise;
}
