import type { Page } from 'puppeteer-core';
import { expect } from 'vitest';
import { axe } from '../harness/page';
import type { Session } from '../harness/session';
import { resize, type Size } from './look';

/** What of the page reaches beyond the window's sides, or is cut off by them. Runs in the page. */
function sticksOut(): string[] {
  const wide = document.documentElement.scrollWidth > innerWidth ? ['the page'] : [];
  const parts = '.scroller, .reading, .other, .side, .deck, .body, .news, .morning, dialog';
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

/** Looks whether everything has room in every size, and leaves the page in the last one. */
export async function expectRoom(page: Page, sizes: readonly Size[], what: string): Promise<void> {
  for (const size of sizes) {
    await resize(page, size);
    expect(await page.evaluate(sticksOut), `${what} at ${size[0]}`).toEqual([]);
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
