import * as v from 'valibot';
import { type FillingSource, fillingSources } from '../papers/filling/names';
import { type HomeChoice, homes, usualHomes } from '../papers/homes';
import { type BarOptions, barOptionsIn } from './bar-options';
import { browser } from './browser';
import { fieldsOf, optionsKey } from './page-options';
import { onStored } from './stored';

/** What the badge counts. */
export const badgeChoices = ['unread', 'new', 'followed', 'likely', 'none'] as const;
/** It may also count the papers of a smart list, by the list's id. */
export type ListBadge = `list:${string}`;
/** `auto` follows the system. */
export const themeChoices = ['auto', 'light', 'dark'] as const;

/** When a notification is shown: never, once a day at `notifyAt`, or when a follow rule matches. */
export const notifyChoices = ['never', 'daily', 'rule'] as const;

/** How much the backups together may take that are kept without being asked for, in MB. */
export const backupLimits = [50, 100, 200, 500, 1000] as const;

/** How new papers are listed: by day, as the site has them, or the likeliest for the reader first. */
export const newOrders = ['day', 'forYou'] as const;
export type NewOrder = (typeof newOrders)[number];

/** The reader's choices; the defaults are written here and, for those that count on pages, with them. */
export interface Options extends BarOptions, HomeChoice {
  readonly badge: (typeof badgeChoices)[number] | ListBadge;
  readonly theme: (typeof themeChoices)[number];
  /** Whether opening an unread paper from Offprint makes it one that is being read. */
  readonly startsReading: boolean;
  /** Whether the background asks Hugging Face for new papers. */
  readonly polls: boolean;
  /** Subjects of arXiv whose announcements the background asks for: `cs.CL`. */
  readonly arxivSubjects: readonly string[];
  /** Between which full hours of the reader's day nothing is asked, as `[22, 7]`; equal ones for never. */
  readonly quietHours: readonly [number, number];
  readonly notify: (typeof notifyChoices)[number];
  /** A full hour of the reader's day. */
  readonly notifyAt: number;
  /** Whether all is kept of papers that the reader never says a word of. */
  readonly keepsAll: boolean;
  readonly backupLimit: (typeof backupLimits)[number];
  /** In popup, library and deck. */
  readonly newOrder: NewOrder;
  /** Whether links to saved papers are marked on the pages of sites that Offprint is on. */
  readonly linkMarks: boolean;
  /** Which sources are not asked for what is missing of a paper. */
  readonly fillsNotFrom: readonly FillingSource[];
  /** Whether the deck shows the pictures of papers. */
  readonly thumbnails: boolean;
}

const hour = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(23));
const listBadge = v.custom<ListBadge>(
  (value) => typeof value === 'string' && /^list:\S+$/.test(value),
);
const flag = (otherwise: boolean) => v.fallback(v.boolean(), otherwise);

/** Each field that is missing or damaged has its default. */
const schema: v.GenericSchema<unknown, Omit<Options, keyof BarOptions>> = v.object({
  badge: v.fallback(v.union([v.picklist(badgeChoices), listBadge]), 'unread'),
  theme: v.fallback(v.picklist(themeChoices), 'auto'),
  startsReading: flag(false),
  polls: flag(true),
  arxivSubjects: v.fallback(
    v.pipe(v.array(v.pipe(v.string(), v.maxLength(20))), v.maxLength(20)),
    [],
  ),
  quietHours: v.fallback(v.tuple([hour, hour]), [0, 0]),
  notify: v.fallback(v.picklist(notifyChoices), 'never'),
  notifyAt: v.fallback(hour, 8),
  keepsAll: flag(false),
  backupLimit: v.fallback(v.picklist(backupLimits), 200),
  newOrder: v.fallback(v.picklist(newOrders), 'day'),
  linkMarks: flag(false),
  fillsNotFrom: v.fallback(v.array(v.picklist(fillingSources)), []),
  thumbnails: flag(true),
  homes: v.fallback(v.array(v.picklist(homes)), [...usualHomes.homes]),
  opensAt: v.fallback(v.picklist(homes), usualHomes.opensAt),
});

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
  return { ...barOptionsIn(stored), ...v.parse(schema, fieldsOf(stored)) };
}
