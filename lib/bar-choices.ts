import { browser } from './browser';
import { fieldsOf, flag } from './page-options';
import { onStored } from './stored';

/** How the reader has set up the page bar. */
export interface BarChoices {
  readonly isCollapsed: boolean;
  readonly hidesSeen: boolean;
  /** Whether papers that a rule mutes are folded away. */
  readonly foldsMuted: boolean;
  /** Whether new versions of older papers are folded away, where a list says which they are. */
  readonly hidesReplaced: boolean;
  /** Whether the reader has answered the offer of keys. */
  readonly knowsKeys: boolean;
}

const key = 'bar';

/** What holds until the reader chooses. */
export const defaultBarChoices: BarChoices = {
  isCollapsed: false,
  hidesSeen: false,
  foldsMuted: true,
  hidesReplaced: false,
  knowsKeys: false,
};

/** Reads the choices; whatever is missing or damaged has its default. */
export async function readBarChoices(): Promise<BarChoices> {
  return parse((await browser.storage.local.get(key))[key]);
}

/** Changes some choices and keeps the others. */
export async function writeBarChoices(change: Partial<BarChoices>): Promise<void> {
  await browser.storage.local.set({ [key]: { ...(await readBarChoices()), ...change } });
}

/** Calls back whenever the choices change, in whichever tab, until the signal aborts. */
export function onBarChoices(callback: (choices: BarChoices) => void, signal: AbortSignal): void {
  onStored(key, (value) => callback(parse(value)), signal);
}

/** By hand: the page bar has no room for a library of schemas. */
function parse(stored: unknown): BarChoices {
  const value = fieldsOf(stored);
  const flags = Object.entries(defaultBarChoices).map(([name, otherwise]) => [
    name,
    flag(value[name], otherwise),
  ]);
  return Object.fromEntries(flags) as BarChoices;
}
