import { browser } from './browser';
import { fieldsOf, flag, oneOf, optionsKey, type PageOptions, pageOptionsIn } from './page-options';
import { onStored } from './stored';

/** What the badge counts. */
export const badgeChoices = ['unread', 'new', 'followed', 'none'] as const;
/** It may also count the papers of a smart list, by the list's id. */
export type ListBadge = `list:${string}`;
/** `auto` follows the system. */
export const themeChoices = ['auto', 'light', 'dark'] as const;

/** When a notification is shown: never, once a day at `notifyAt`, or when a follow rule matches. */
export const notifyChoices = ['never', 'daily', 'rule'] as const;

/** The reader's choices; the defaults are written here and, for those of pages, with them. */
export interface Options extends PageOptions {
  readonly badge: (typeof badgeChoices)[number] | ListBadge;
  readonly theme: (typeof themeChoices)[number];
  /** Whether opening an unread paper from Offprint makes it one that is being read. */
  readonly startsReading: boolean;
  /** Whether the background asks Hugging Face for new papers. */
  readonly polls: boolean;
  /** Between which full hours of the reader's day nothing is asked, as `[22, 7]`; equal ones for never. */
  readonly quietHours: readonly [number, number];
  readonly notify: (typeof notifyChoices)[number];
  /** A full hour of the reader's day. */
  readonly notifyAt: number;
  /** Whether all is kept of papers that the reader never says a word of. */
  readonly keepsAll: boolean;
  /** Whether the page bar takes single keys. */
  readonly pageKeys: boolean;
  /** Whether the deck shows the pictures of papers. */
  readonly thumbnails: boolean;
}

const defaults: Omit<Options, keyof PageOptions> = {
  badge: 'unread',
  theme: 'auto',
  startsReading: false,
  polls: true,
  quietHours: [0, 0],
  notify: 'never',
  notifyAt: 8,
  keepsAll: false,
  pageKeys: false,
  thumbnails: true,
};

/** Reads the options; whatever is missing or damaged has its default. */
export async function readOptions(): Promise<Options> {
  const stored = await browser.storage.local.get(optionsKey);
  return parseOptions(stored[optionsKey]);
}

/** Changes some options and keeps the others. */
export async function writeOptions(change: Partial<Options>): Promise<void> {
  await browser.storage.local.set({ [optionsKey]: { ...(await readOptions()), ...change } });
}

/** Calls back whenever the options change, in whichever context, until the signal aborts. */
export function onOptions(callback: (options: Options) => void, signal?: AbortSignal): void {
  onStored(optionsKey, (value) => callback(parseOptions(value)), signal);
}

function parseOptions(stored: unknown): Options {
  const value = fieldsOf(stored);
  return {
    ...pageOptionsIn(stored),
    badge: isListBadge(value.badge)
      ? value.badge
      : oneOf(badgeChoices, value.badge, defaults.badge),
    theme: oneOf(themeChoices, value.theme, defaults.theme),
    startsReading: flag(value.startsReading, defaults.startsReading),
    polls: flag(value.polls, defaults.polls),
    quietHours: isHours(value.quietHours) ? value.quietHours : defaults.quietHours,
    notify: oneOf(notifyChoices, value.notify, defaults.notify),
    notifyAt: isHour(value.notifyAt) ? value.notifyAt : defaults.notifyAt,
    keepsAll: flag(value.keepsAll, defaults.keepsAll),
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
