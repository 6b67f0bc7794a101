import type { Page } from 'puppeteer-core';
import { expect } from 'vitest';
import { axe } from '../harness/page';
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
}

/** The width and the height of a window, in CSS pixels. */
export type Size = readonly [width: number, height: number];

/** The popup, in a window and zoomed to the half of it. */
export const popupSizes: readonly Size[] = [
  [320, 280],
  [360, 560],
  [400, 560],
];

/** Pages in a tab, from a telephone to a wide screen. */
export const pageSizes: readonly Size[] = [
  [320, 800],
  [360, 800],
  [400, 800],
  [720, 800],
  [1024, 800],
  [2560, 1200],
  [1280, 900],
];

/** What of the page reaches beyond the window's sides, or is cut off by them. Runs in the page. */
function sticksOut(): string[] {
  const wide = document.documentElement.scrollWidth > innerWidth ? ['the page'] : [];
  const parts =
    '.scroller, .reading, .other, .side, .deck, .body, .news, .morning, .give, .found, dialog';
  const scrolled = [...document.querySelectorAll(parts)]
    .filter((part) => part.scrollWidth > part.clientWidth + 1)
    .map((part) => `what is in .${part.className}`);
  const controls = [...document.querySelectorAll('button, select, input, textarea, a.button')]
    .filter((control) => {
      const { left, right, width } = control.getBoundingClientRect();
      return (
        !control.closest('.unseen, .side, .chips:not(.all)') &&
        control.checkVisibility({ contentVisibilityAuto: true, visibilityProperty: true }) &&
        width > 1 &&
        (right > innerWidth + 1 || left < -1)
      );
    })
    .map((control) => control.outerHTML.slice(0, 80));
  return [...wide, ...scrolled, ...controls];
}

/** Waits until the page is drawn in a window of the width. Runs in the page. */
async function isDrawn(width: number): Promise<void> {
  const frame = () => new Promise(requestAnimationFrame);
  while (innerWidth !== width) await frame();
  await frame();
}

/** Looks whether everything has room in every size, and leaves the page in the last one. */
export async function expectRoom(page: Page, sizes: readonly Size[], what: string): Promise<void> {
  for (const [width, height] of sizes) {
    await page.setViewport({ width, height });
    await page.evaluate(isDrawn, width);
    expect(await page.evaluate(sticksOut), `${what} at ${width}`).toEqual([]);
  }
}

interface AxeWindow {
  axe: {
    run(
      context: Document,
      options: { runOnly: string[]; resultTypes: string[] },
    ): Promise<{ violations: { nodes: { html: string; failureSummary: string }[] }[] }>;
  };
}

/** What has too little contrast, on a page that axe has been on before. Runs in the page. */
async function faint(): Promise<string[]> {
  const { axe: checker } = globalThis as unknown as AxeWindow;
  const { violations } = await checker.run(document, {
    runOnly: ['color-contrast'],
    resultTypes: ['violations'],
  });
  return violations.flatMap(({ nodes }) => nodes.map((node) => node.html + node.failureSummary));
}

/** Lets axe read the page; in the dark theme the document is the same and only its colours differ. */
export async function expectReadable(page: Page, session: Session, what: string): Promise<void> {
  expect(await axe(page), what).toEqual([]);
  // The colours of the dark theme are the same in both browsers.
  if (session.name === 'firefox') return;
  await session.setDark(page, true);
  expect(await page.evaluate(faint), `${what}, dark`).toEqual([]);
  await session.setDark(page, false);
}
