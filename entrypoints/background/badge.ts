import { browser } from '../../lib/browser';
import { onChange } from '../../lib/changes';
import { type Options, onOptions, readOptions } from '../../lib/options';
import { report } from '../../lib/report';
import { counted, text } from '../../lib/text';
import { type Counts, counts } from '../../store/queries';

/** The accent of assets/tokens.css; the badge is drawn by the browser and takes no style sheet. */
const accent = '#b4321f';

let running: Promise<void> | undefined;
let again = false;

/** Keeps the badge true: at each start of the worker, each change and each change of options. */
export function keepBadge(): void {
  onChange(() => void updateBadge());
  onOptions(() => void updateBadge());
  browser.runtime.onStartup.addListener(() => void updateBadge());
  void updateBadge();
}

/**
 * Draws the badge from the store. Calls while one is under way are joined into one more, so that
 * the last drawing always shows the last state.
 */
export function updateBadge(): Promise<void> {
  again = true;
  running ??= drawUntilSettled().finally(() => {
    running = undefined;
  });
  return running;
}

/** Shows for a moment that there was nothing to save, then the count again. */
export async function flashNothingToSave(): Promise<void> {
  await show('?', text('badgeNoPaper'));
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

async function drawUntilSettled(): Promise<void> {
  while (again) {
    again = false;
    await draw().catch(async (error: unknown) => {
      report('badge', error);
      await show('!', text('badgeBroken'));
    });
  }
}

async function draw(): Promise<void> {
  const [options, all] = await Promise.all([readOptions(), counts()]);
  const count = options.badge === 'none' ? 0 : all[options.badge];
  await show(badgeText(count), tooltip(options, all));
}

function tooltip(options: Options, all: Counts): string {
  if (options.badge === 'none') return text('extensionName');
  const key = options.badge === 'unread' ? 'badgeUnread' : 'badgeNew';
  return counted(key, all[options.badge]);
}

async function show(label: string, title: string): Promise<void> {
  await Promise.all([
    browser.action.setBadgeText({ text: label }),
    browser.action.setTitle({ title }),
    browser.action.setBadgeBackgroundColor({ color: accent }),
    browser.action.setBadgeTextColor?.({ color: '#ffffff' }),
  ]);
}
