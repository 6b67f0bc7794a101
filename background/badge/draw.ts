import tokens from '../../assets/tokens.css?raw';
import { browser } from '../../lib/browser';
import { readOptions } from '../../lib/options';
import { counted, text } from '../../lib/text';
import { readKnown } from '../../store/days/days';
import { countUndecided } from '../../store/deck/undecided';
import { countNew, counts } from '../../store/records/queries';
import { undecidedWords } from '../../wording/undecided';
import { drawTabs } from '../tab/draw-tabs';
import type { CountList } from './badge';
import { readOverdue } from './sync-overdue';

/** The badge is drawn by the browser and takes no style sheet, nor does it know of a dark mode. */
const [accent, onAccent] = ['--accent', '--on-accent'].map(
  (name) => new RegExp(`${name}: light-dark\\(([^,]+),`).exec(tokens)?.[1] ?? '',
);

/**
 * What the badge says of a count: nothing for 0, whole thousands from 1,000 on.
 */
export function badgeText(count: number): string {
  if (count === 0) return '';
  return count < 1000 ? String(count) : `${Math.floor(count / 1000)}k`;
}

/** A label, and a title that says the same in words. */
type Shown = readonly [label: string, title: string];

/**
 * Draws the badge from the store, with a mark where this device is far behind the others.
 * @throws StoreError
 */
export async function draw(countList: CountList | undefined): Promise<void> {
  const [[label, title], behind] = await Promise.all([shown(countList), readOverdue(Date.now())]);
  await (behind === undefined ? show(label, title) : show(`${label}!`, `${title}\n${behind}`));
}

async function shown(countList: CountList | undefined): Promise<Shown> {
  const { badge } = await readOptions();
  if (badge === 'none') return ['', text('extensionName')];
  if (badge === 'unread') return countOf('badgeUnread', (await counts()).unread);
  if (badge === 'new') return undecided(Date.now());
  if (badge === 'followed') return followed((await countNew()).followed, Date.now());
  if (badge === 'likely') return likely();
  const list = await countList?.(badge.slice('list:'.length));
  if (!list) return ['', text('extensionName')];
  return [badgeText(list.count), counted('badgeList', list.count, list.name)];
}

/** A count is told as what it is: still filling while lists fill, and no zero before today's is known. */
async function undecided(now: number): Promise<Shown> {
  const [waiting, { filling, knowsToday }] = await Promise.all([
    countUndecided(now),
    readKnown(now),
  ]);
  if (waiting.new === 0 && !knowsToday) return ['', text('badgeNewUnknown')];
  const isAny = waiting.new + waiting.seen > 0;
  const told = filling ? 'badgeFilling' : 'badgeUndecided';
  const title = !isAny && filling ? text('badgeFillingNone') : text(told, undecidedWords(waiting));
  return [badgeText(waiting.new), title];
}

async function followed(count: number, now: number): Promise<Shown> {
  const { knowsToday } = await readKnown(now);
  if (count === 0 && !knowsToday) return ['', text('badgeNewUnknown')];
  return countOf('badgeFollowed', count);
}

/** Loaded where it is chosen. Nothing is likely where the reader has turned that off. */
async function likely(): Promise<Shown> {
  if (!(await readOptions()).ranks) return ['', text('extensionName')];
  const { countLikely } = await import('../../store/ranking/count-likely');
  return countOf('badgeLikely', await countLikely());
}

function countOf(key: Parameters<typeof counted>[0], count: number): Shown {
  return [badgeText(count), counted(key, count)];
}

/** Shows a label on the badge, with a title that says the same in words; tabs with a paper say it behind theirs. */
export async function show(label: string, title: string): Promise<void> {
  const isNews = (await browser.action.getTitle({})) !== title;
  await Promise.all([
    browser.action.setBadgeText({ text: label }),
    browser.action.setTitle({ title }),
    browser.action.setBadgeBackgroundColor({ color: accent ?? '' }),
    browser.action.setBadgeTextColor?.({ color: onAccent ?? '' }),
  ]);
  if (isNews) await drawTabs();
}
