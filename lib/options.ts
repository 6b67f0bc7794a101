import { browser } from './browser';

/** What the badge counts. */
export const badgeChoices = ['unread', 'new', 'none'] as const;
/** It may also count the papers of a smart list, by the list's id. */
export type ListBadge = `list:${string}`;
/** `auto` follows the system. */
export const themeChoices = ['auto', 'light', 'dark'] as const;

/** The reader's choices; the defaults are written here and nowhere else. */
export interface Options {
  readonly badge: (typeof badgeChoices)[number] | ListBadge;
  readonly theme: (typeof themeChoices)[number];
  /** Names of page kinds (see `PageKind`) that get no controls. */
  readonly withoutControls: readonly string[];
  /** Whether opening an unread paper from Offprint makes it one that is being read. */
  readonly startsReading: boolean;
}

const key = 'options';
const defaults: Options = {
  badge: 'unread',
  theme: 'auto',
  withoutControls: [],
  startsReading: false,
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
  const listener = (changes: Record<string, { newValue?: unknown }>, area: string): void => {
    if (area === 'local' && changes[key]) callback(parseOptions(changes[key].newValue));
  };
  browser.storage.onChanged.addListener(listener);
  signal?.addEventListener('abort', () => browser.storage.onChanged.removeListener(listener));
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
    startsReading: value.startsReading === true,
  };
}

function isListBadge(value: unknown): value is ListBadge {
  return typeof value === 'string' && /^list:\S+$/.test(value);
}

function oneOf<T extends string>(choices: readonly T[], value: unknown, fallback: T): T {
  return choices.find((choice) => choice === value) ?? fallback;
}
