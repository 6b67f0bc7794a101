import { browser } from './browser';
import { onStored } from './stored';

/** What makes a paper seen: being on screen, the page being opened, or an action of the reader's. */
const seenChoices = ['screen', 'page', 'action'] as const;

/** The choices that count on a page; apart from the others, for a content script carries these alone. */
export interface PageOptions {
  /** Names of page kinds (see `PageKind`) that get no controls. */
  readonly withoutControls: readonly string[];
  readonly seenWhen: (typeof seenChoices)[number];
  /** Whether a digest page has the page bar. */
  readonly pageBar: boolean;
  /** Whether it is learned from decisions what is likely for the reader, and told. */
  readonly ranks: boolean;
}

/** Where all options are stored; see `Options`. */
export const optionsKey = 'options';

/** Reads them; whatever is missing or damaged has its default. */
export async function readPageOptions(): Promise<PageOptions> {
  const stored = await browser.storage.local.get(optionsKey);
  return pageOptionsIn(stored[optionsKey]);
}

/** Calls back whenever an option changes, in whichever context, until the signal aborts. */
export function onPageOptions(callback: (options: PageOptions) => void, signal: AbortSignal): void {
  onStored(optionsKey, (value) => callback(pageOptionsIn(value)), signal);
}

/** Calls back whenever any option changes, in whichever context, until the signal aborts; for who reads them then. */
export function onAnyOption(callback: () => void, signal?: AbortSignal): void {
  onStored(optionsKey, callback, signal);
}

/** Takes what is stored, whatever it is; gives the choices in it, or their defaults. */
export function pageOptionsIn(stored: unknown): PageOptions {
  const value = fieldsOf(stored);
  return {
    withoutControls: Array.isArray(value.withoutControls)
      ? value.withoutControls.filter((name) => typeof name === 'string')
      : [],
    seenWhen: oneOf(seenChoices, value.seenWhen, 'screen'),
    pageBar: flag(value.pageBar, true),
    ranks: flag(value.ranks, true),
  };
}

/** Takes what is stored; gives its fields, none where it has none. */
export function fieldsOf(stored: unknown): Readonly<Record<string, unknown>> {
  return (typeof stored === 'object' && stored ? stored : {}) as Record<string, unknown>;
}

/** Takes what is stored of a choice between yes and no; gives it, or the default. */
export function flag(value: unknown, fallback: boolean): boolean {
  return typeof value === 'boolean' ? value : fallback;
}

/** Takes what is stored of a choice among some; gives it, or the default. */
export function oneOf<T extends string>(choices: readonly T[], value: unknown, fallback: T): T {
  return choices.find((choice) => choice === value) ?? fallback;
}
