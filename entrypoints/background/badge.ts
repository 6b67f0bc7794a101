import { browser } from '../../lib/browser';
import { onChange } from '../../lib/changes';
import { joined } from '../../lib/joined';
import { onOptions, readOptions } from '../../lib/options';
import { report } from '../../lib/report';
import { counted, text } from '../../lib/text';
import { countNew, counts } from '../../store/queries';

/** The accent of assets/tokens.css; the badge is drawn by the browser and takes no style sheet. */
const accent = '#b4321f';

let countList: CountList | undefined;

/** Counts the papers of a smart list; `undefined` when there is no such list. */
export type CountList = (
  id: string,
) => Promise<{ readonly name: string; readonly count: number } | undefined>;

/** Keeps the badge true: at each start of the worker, each change and each change of options. */
export function keepBadge(count: CountList): void {
  countList = count;
  onChange(() => void updateBadge());
  onOptions(() => void updateBadge());
  browser.runtime.onStartup.addListener(() => void updateBadge());
  void updateBadge();
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
  if (badge === 'new') return showCount('badgeNew', (await countNew()).new);
  if (badge === 'followed') return showCount('badgeFollowed', (await countNew()).followed);
  const list = await countList?.(badge.slice('list:'.length));
  if (!list) return show('', text('extensionName'));
  await show(badgeText(list.count), counted('badgeList', list.count, list.name));
}

function showCount(key: 'badgeUnread' | 'badgeNew' | 'badgeFollowed', count: number) {
  return show(badgeText(count), counted(key, count));
}

async function show(label: string, title: string): Promise<void> {
  await Promise.all([
    browser.action.setBadgeText({ text: label }),
    browser.action.setTitle({ title }),
    browser.action.setBadgeBackgroundColor({ color: accent }),
    browser.action.setBadgeTextColor?.({ color: '#ffffff' }),
  ]);
}
