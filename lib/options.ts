import { browser } from './browser';
import { onStored } from './stored';

/** What the badge counts. */
export const badgeChoices = ['unread', 'new', 'followed', 'none'] as const;
/** It may also count the papers of a smart list, by the list's id. */
export type ListBadge = `list:${string}`;
/** `auto` follows the system. */
export const themeChoices = ['auto', 'light', 'dark'] as const;

/** What makes a paper seen: being on screen, the page being opened, or an action of the reader's. */
export const seenChoices = ['screen', 'page', 'action'] as const;
/** When a notification is shown: never, once a day at `notifyAt`, or when a follow rule matches. */
export const notifyChoices = ['never', 'daily', 'rule'] as const;

/** The reader's choices; the defaults are written here and nowhere else. */
export interface Options {
  readonly badge: (typeof badgeChoices)[number] | ListBadge;
  readonly theme: (typeof themeChoices)[number];
  /** Names of page kinds (see `PageKind`) that get no controls. */
  readonly withoutControls: readonly string[];
  /** Whether opening an unread paper from Offprint makes it one that is being read. */
  readonly startsReading: boolean;
  readonly seenWhen: (typeof seenChoices)[number];
  /** Whether the background asks Hugging Face for new papers. */
  readonly polls: boolean;
  /** Between which full hours of the reader's day nothing is asked, as `[22, 7]`; equal ones for never. */
  readonly quietHours: readonly [number, number];
  readonly notify: (typeof notifyChoices)[number];
  /** A full hour of the reader's day. */
  readonly notifyAt: number;
  /** Whether a digest page has the page bar, and whether it takes single keys. */
  readonly pageBar: boolean;
  readonly pageKeys: boolean;
  /** Whether the deck shows the pictures of papers. */
  readonly thumbnails: boolean;
}

const key = 'options';
const defaults: Options = {
  badge: 'unread',
  theme: 'auto',
  withoutControls: [],
  startsReading: false,
  seenWhen: 'screen',
  polls: true,
  quietHours: [0, 0],
  notify: 'never',
  notifyAt: 8,
  pageBar: true,
  pageKeys: false,
  thumbnails: true,
};

/** Reads the options; whatever is missing or damaged has its default. */
export async function readOptions(): Promise<Options> {
  const stored = await browser.storage.local.get(key);
  return parseOptions(stored[key]);
}

/** Changes some options and keeps the others. */
export async function writeOptions(change: Partial<Options>): Promise<void> {
  await browser.storage.local.set({ [key]: { ...(await readOptions()), ...change } });
}

/** Calls back whenever the options change, in whichever context, until the signal aborts. */
export function onOptions(callback: (options: Options) => void, signal?: AbortSignal): void {
  onStored(key, (value) => callback(parseOptions(value)), signal);
}

function parseOptions(stored: unknown): Options {
  const value = (typeof stored === 'object' && stored ? stored : {}) as Record<string, unknown>;
  return {
    badge: isListBadge(value.badge)
      ? value.badge
      : oneOf(badgeChoices, value.badge, defaults.badge),
    theme: oneOf(themeChoices, value.theme, defaults.theme),
    withoutControls: Array.isArray(value.withoutControls)
      ? value.withoutControls.filter((name) => typeof name === 'string')
      : defaults.withoutControls,
    startsReading: flag(value.startsReading, defaults.startsReading),
    seenWhen: oneOf(seenChoices, value.seenWhen, defaults.seenWhen),
    polls: flag(value.polls, defaults.polls),
    quietHours: isHours(value.quietHours) ? value.quietHours : defaults.quietHours,
    notify: oneOf(notifyChoices, value.notify, defaults.notify),
    notifyAt: isHour(value.notifyAt) ? value.notifyAt : defaults.notifyAt,
    pageBar: flag(value.pageBar, defaults.pageBar),
    pageKeys: flag(value.pageKeys, defaults.pageKeys),
    thumbnails: flag(value.thumbnails, defaults.thumbnails),
  };
}

function isListBadge(value: unknown): value is ListBadge {
  return typeof value === 'string' && /^list:\S+$/.test(value);
}

function isHour(value: unknown): value is number {
  return Number.isInteger(value) && Number(value) >= 0 && Number(value) < 24;
}

function isHours(value: unknown): value is [number, number] {
  return Array.isArray(value) && value.length === 2 && value.every(isHour);
}

function flag(value: unknown, fallback: boolean): boolean {
  return typeof value === 'boolean' ? value : fallback;
}

function oneOf<T extends string>(choices: readonly T[], value: unknown, fallback: T): T {
  return choices.find((choice) => choice === value) ?? fallback;
}
