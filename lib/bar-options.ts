import { browser } from './browser';
import { type KeyChoices, keyChoicesIn } from './keymap/keymap';
import { fieldsOf, flag, optionsKey, type PageOptions, pageOptionsIn } from './page-options';
import { onStored } from './stored';

/** The choices that count for the page bar; apart from the others, for a content script carries these alone. */
export interface BarOptions extends PageOptions {
  /** Whether the page bar takes single keys. */
  readonly pageKeys: boolean;
  /** The keys that the reader has chosen, in every view. */
  readonly keys: KeyChoices;
  /** Whether one paper in ten of the order "for you" is drawn from lower down. */
  readonly widens: boolean;
}

/** Reads them; whatever is missing or damaged has its default. */
export async function readBarOptions(): Promise<BarOptions> {
  return barOptionsIn(await stored());
}

/** Turns the keys of the page bar on or off, and keeps the other options. */
export async function writePageKeys(pageKeys: boolean): Promise<void> {
  await browser.storage.local.set({ [optionsKey]: { ...fieldsOf(await stored()), pageKeys } });
}

/** Calls back whenever an option changes, in whichever context, until the signal aborts. */
export function onBarOptions(callback: (options: BarOptions) => void, signal: AbortSignal): void {
  onStored(optionsKey, (value) => callback(barOptionsIn(value)), signal);
}

/** Takes what is stored, whatever it is; gives the choices in it, or their defaults. */
export function barOptionsIn(stored: unknown): BarOptions {
  const { pageKeys, keys, widens } = fieldsOf(stored);
  return {
    ...pageOptionsIn(stored),
    pageKeys: flag(pageKeys, false),
    keys: keyChoicesIn(keys),
    widens: flag(widens, true),
  };
}

async function stored(): Promise<unknown> {
  return (await browser.storage.local.get(optionsKey))[optionsKey];
}
