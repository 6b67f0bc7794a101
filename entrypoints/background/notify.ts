import { browser } from '../../lib/browser';
import { readOptions } from '../../lib/options';
import { report } from '../../lib/report';
import { counted, text } from '../../lib/text';
import { localDay } from '../../papers/local-day';
import { countFollowedFrom } from '../../store/followed';
import { countNew } from '../../store/queries';
import type { TimedJob } from './alarms';
import { openDeck } from './open';

/** One at a time: a newer one takes the place of one that nobody has clicked. */
const id = 'new-papers';
/** In storage.local: the reader's day of the last one, and from when on papers of rules are untold, in ms. */
const toldKey = 'told';
const untoldKey = 'untoldFrom';

/**
 * When the daily notification is due.
 * @param told The reader's day on which one was shown last, or was not since nothing was new.
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

/** Opens the deck when a notification is clicked. Call in the first tick. */
export function offerNotifications(): void {
  listen();
  browser.permissions.onAdded.addListener(listen);
}

/**
 * The job that tells once a day how many papers are new, where the reader wants that.
 * @param poll Done first, or waited for when one is under way, so that what is told is true.
 */
export function notifyJob(poll: Pick<TimedJob, 'run'>): TimedJob {
  return {
    name: 'notify',
    async nextAt() {
      const { notify, notifyAt } = await readOptions();
      return notify === 'daily' ? nextTelling(await readTold(), notifyAt, Date.now()) : undefined;
    },
    async run(now) {
      const { notify } = await readOptions();
      if (notify !== 'daily' || (await readTold()) === localDay(now)) return;
      await poll.run(now);
      await keepTold(localDay(now));
      const { new: count } = await countNew();
      if (count > 0) await show(counted('notifyNew', count));
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
  if ((await readOptions()).notify !== 'rule') return browser.storage.local.remove(untoldKey);
  const from = Math.min(await readUntoldFrom(now), now);
  const count = await countFollowedFrom(from, now);
  const waits = count > 0 && (await readTold()) === localDay(now);
  await browser.storage.local.set({ [untoldKey]: waits ? from : now + 1 });
  if (waits || count === 0) return;
  await keepTold(localDay(now));
  await show(counted('notifyFollowed', count));
}

const open = () => void openDeck().catch((error: unknown) => report('notification', error));

/** The browser has no notifications to listen to until the reader allows them. */
function listen(): void {
  const { onClicked } = browser.notifications ?? {};
  if (onClicked && !onClicked.hasListener(open)) onClicked.addListener(open);
}

async function show(title: string): Promise<void> {
  if (!(await browser.permissions.contains({ permissions: ['notifications'] }))) return;
  const iconUrl = browser.runtime.getURL('/icon/128.png');
  await browser.notifications.create(id, {
    type: 'basic',
    iconUrl,
    title,
    message: text('notifyHow'),
  });
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
