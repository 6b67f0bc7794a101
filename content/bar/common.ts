import type { Signal } from '@preact/signals-core';
import type { ComponentType, Fragment, options } from 'preact';
import type { PagePart } from '../../lib/bar-messages';
import type { Sorting } from './menu/sorting';
import type { BarService } from './service';
import type { Sheet } from './state';

/** What a part of the bar is given. */
export interface PartProps {
  readonly service: BarService;
  readonly sheet: Sheet;
}

/** A part of the bar that is a file of its own: what it shows, and how that looks. */
export interface Part {
  readonly View: ComponentType<PartProps>;
  readonly style: string;
  /** What shows the cards in other orders; the menu's, where these are chosen. */
  readonly sorting?: Sorting;
}

/** The parts that are there. */
export type Parts = Readonly<Partial<Record<BarPart, Part>>>;
/** Those of them that are the bar's. */
export type BarPart = Exclude<PagePart, 'card-menu'>;

/** What the bar and its parts, which are files apart in one isolated world, have in common. */
export interface Common {
  /** What a part uses of Preact, of which there may be one only; see `lent-preact.ts`. */
  readonly preact: { readonly Fragment: typeof Fragment; readonly options: typeof options };
  readonly parts: Signal<Parts>;
}

const key = Symbol.for('offprint.bar');
type World = typeof globalThis & { [key]?: Common };

/** What the bar of this page has in common with its parts; `undefined` where there is no bar. */
export function common(): Common | undefined {
  return (globalThis as World)[key];
}

/** Sets that, until the signal aborts. */
export function share(mine: Common, signal: AbortSignal): void {
  const world = globalThis as World;
  world[key] = mine;
  signal.addEventListener('abort', () => {
    if (world[key] === mine) delete world[key];
  });
}

/** Adds a part to the bar of this page. */
export function offer(name: BarPart, part: Part): void {
  const parts = common()?.parts;
  if (parts) parts.value = { ...parts.peek(), [name]: part };
}
