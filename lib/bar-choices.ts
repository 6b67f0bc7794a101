import { browser } from './browser';
import { fieldsOf, flag, oneOf } from './page-options';
import { onStored } from './stored';

/** The orders that the bar offers. */
export const sorts = ['site', 'new', 'upvotes', 'forYou'] as const;
export type Sort = (typeof sorts)[number];

/** How the reader has set up the page bar. */
export interface BarChoices {
  /** In which order cards are shown where the reader chooses no other. */
  readonly sort: Sort;
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
  sort: 'site',
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
  const { sort, ...flags } = defaultBarChoices;
  const read = Object.entries(flags).map(([name, otherwise]) => [
    name,
    flag(value[name], otherwise),
  ]);
  return { ...(Object.fromEntries(read) as typeof flags), sort: oneOf(sorts, value.sort, sort) };
}
