import type { Page } from 'puppeteer-core';
import type { Session } from '../harness/session';
import type { Harness } from '../harness/suite';

/** A page of the extension over a store that is filled for it, in states that follow from one another. */
export interface Look {
  readonly name: string;
  /** Fills the empty store, and opens what has to be open beside the page. */
  readonly seed?: (harness: Harness) => Promise<unknown>;
  /** The page's address within the extension. */
  readonly page: string;
  /** The window's sizes in which everything must have room, the last one the usual one. */
  readonly sizes: readonly Size[];
  /** By name; a state is looked at when its step, from the state before, has come to an end. */
  readonly states: Readonly<Record<string, (page: Page, session: Session) => Promise<unknown>>>;
  /**
   * Who has axe read it: Chromium, unless told. Firefox reads the first state alone, since axe finds
   * the same there but for what Firefox draws itself.
   */
  readonly readBy?: 'nobody' | 'chromium' | 'both';
  /**
   * Who lays it out: both, unless told. Firefox does as Chromium but for its own controls, and sees each kind of those in
   * the looks that are left to it.
   */
  readonly laidOutBy?: 'chromium';
}

/** The width and the height of a window, in CSS pixels. */
export type Size = readonly [width: number, height: number];

/** The popup, in a window and zoomed to the half of it. */
export const popupSizes: readonly Size[] = [
  [320, 280],
  [360, 560],
  [400, 560],
];

/** Pages in a tab, from a telephone to a wide screen; 640 by 450 is the usual one zoomed to the double. */
export const pageSizes: readonly Size[] = [
  [320, 800],
  [360, 800],
  [400, 800],
  [640, 450],
  [720, 800],
  [1024, 800],
  [2560, 1200],
  [1280, 900],
];

/** Waits until the page is drawn in a window of the width. Runs in the page. */
async function isDrawn(width: number): Promise<void> {
  const frame = () => new Promise(requestAnimationFrame);
  while (innerWidth !== width) await frame();
  await frame();
}

/** Gives the page a window of a size, and waits until it is drawn there. */
export async function resize(page: Page, [width, height]: Size): Promise<void> {
  await page.setViewport({ width, height });
  await page.evaluate(isDrawn, width);
}
