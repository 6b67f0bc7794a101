import tokens from '../../assets/tokens.css?raw';
import { browser } from '../../lib/browser';
import { onChange } from '../../lib/changes';
import { joined } from '../../lib/joined';
import { onOptions, readOptions } from '../../lib/options';
import { onPollState } from '../../lib/poll-state';
import { report } from '../../lib/report';
import { counted, text } from '../../lib/text';
import { readKnown } from '../../store/days/days';
import { countUndecided } from '../../store/deck/undecided';
import { countNew, counts } from '../../store/records/queries';
import { undecidedWords } from '../../wording/undecided';
import { atOnce } from '../jobs/afterwards';

/** The badge is drawn by the browser and takes no style sheet, nor does it know of a dark mode. */
const [accent, onAccent] = ['--accent', '--on-accent'].map(
  (name) => new RegExp(`${name}: light-dark\\(([^,]+),`).exec(tokens)?.[1] ?? '',
);

let countList: CountList | undefined;

/** Counts the papers of a smart list; `undefined` when there is no such list. */
export type CountList = (
  id: string,
) => Promise<{ readonly name: string; readonly count: number } | undefined>;

/**
 * Keeps the badge true: at each start of the worker, each change, poll and change of options.
 * @param begin Does what is to be done at the start.
 */
export function keepBadge(count: CountList, begin = atOnce): void {
  countList = count;
  onChange(() => void updateBadge());
  onOptions(() => void updateBadge());
  onPollState(() => void updateBadge());
  browser.runtime.onStartup.addListener(() => void updateBadge());
  begin(updateBadge);
}

/** Draws the badge from the store. */
export const updateBadge = joined(() =>
  draw().catch(async (error: unknown) => {
    report('badge', error);
    await show('!', text('badgeBroken'));
  }),
);

/** Shows for a moment that a command could do nothing, then the count again. */
export async function flash(why: string): Promise<void> {
  await show('?', why);
  await new Promise((resolve) => setTimeout(resolve, 2000));
  await updateBadge();
}

/**
 * What the badge says of a count: nothing for 0, whole thousands from 1,000 on.
 */
export function badgeText(count: number): string {
  if (count === 0) return '';
  return count < 1000 ? String(count) : `${Math.floor(count / 1000)}k`;
}

async function draw(): Promise<void> {
  const { badge } = await readOptions();
  if (badge === 'none') return show('', text('extensionName'));
  if (badge === 'unread') return showCount('badgeUnread', (await counts()).unread);
  if (badge === 'new') return showUndecided(Date.now());
  if (badge === 'followed') return showFollowed((await countNew()).followed, Date.now());
  const list = await countList?.(badge.slice('list:'.length));
  if (!list) return show('', text('extensionName'));
  await show(badgeText(list.count), counted('badgeList', list.count, list.name));
}

/** A count is told as what it is: still filling while lists fill, and no zero before today's is known. */
async function showUndecided(now: number): Promise<void> {
  const [waiting, { filling, knowsToday }] = await Promise.all([
    countUndecided(now),
    readKnown(now),
  ]);
  if (waiting.new === 0 && !knowsToday) return show('', text('badgeNewUnknown'));
  const isAny = waiting.new + waiting.seen > 0;
  const told = filling ? 'badgeFilling' : 'badgeUndecided';
  const title = !isAny && filling ? text('badgeFillingNone') : text(told, undecidedWords(waiting));
  await show(badgeText(waiting.new), title);
}

async function showFollowed(count: number, now: number): Promise<void> {
  const { knowsToday } = await readKnown(now);
  if (count === 0 && !knowsToday) return show('', text('badgeNewUnknown'));
  return showCount('badgeFollowed', count);
}

function showCount(key: Parameters<typeof counted>[0], count: number): Promise<void> {
  return show(badgeText(count), counted(key, count));
}

async function show(label: string, title: string): Promise<void> {
  await Promise.all([
    browser.action.setBadgeText({ text: label }),
    browser.action.setTitle({ title }),
    browser.action.setBadgeBackgroundColor({ color: accent ?? '' }),
    browser.action.setBadgeTextColor?.({ color: onAccent ?? '' }),
  ]);
}
