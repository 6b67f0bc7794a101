import type { Page } from 'puppeteer-core';
import { expect } from 'vitest';
import { axe } from '../harness/page';
import type { Session } from '../harness/session';
import { resize, type Size } from './look';

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
      options: { runOnly: string[]; resultTypes: string[]; selectors: boolean },
    ): Promise<{ violations: { nodes: { html: string; failureSummary: string }[] }[] }>;
  };
}

/** What has too little contrast, on a page that axe has been on before. Runs in the page. */
async function faint(): Promise<string[]> {
  const { axe: checker } = globalThis as unknown as AxeWindow;
  const { violations } = await checker.run(document, {
    runOnly: ['color-contrast'],
    resultTypes: ['violations'],
    selectors: false,
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

/** What is chosen and looks as what is not, where the reader's own colours replace all others. Runs in the page. */
function unmarked(): string[] {
  const chosen =
    '[aria-pressed="true"], [aria-selected="true"], [aria-current]:not([aria-current="false"]), :checked + span';
  const lookOf = (element: Element) => {
    const style = getComputedStyle(element);
    const { backgroundColor, color, borderColor, borderWidth, fontWeight, textDecorationLine } =
      style;
    return [
      ...[backgroundColor, color, borderColor, borderWidth, fontWeight, textDecorationLine],
      ...[style.outlineStyle, getComputedStyle(element, '::after').backgroundColor],
    ].join();
  };
  return [...document.querySelectorAll(chosen)].flatMap((element) => {
    const around = element.closest('ul, fieldset, [role="tablist"], nav, p, div') ?? document.body;
    const others = [...around.querySelectorAll(element.localName)].filter(
      (other) => other.className === element.className && !other.matches(chosen),
    );
    const isLost = others.some((other) => lookOf(other) === lookOf(element));
    return isLost ? element.outerHTML.slice(0, 120) : [];
  });
}

/** What moves though the reader wants nothing to. Runs in the page. */
function moving(): string[] {
  const isLong = (duration: string) =>
    duration.split(', ').some((one) => Number.parseFloat(one) > 0);
  return [...document.querySelectorAll('*')].flatMap((element) => {
    const { transitionDuration, animationDuration, scrollBehavior } = getComputedStyle(element);
    const moves =
      isLong(transitionDuration) || isLong(animationDuration) || scrollBehavior === 'smooth';
    return moves ? element.outerHTML.slice(0, 120) : [];
  });
}

/**
 * Looks whether what is chosen is marked by more than colours that the reader's own replace, and whether nothing moves:
 * Chromium is started with reduced motion.
 */
export async function expectOwnWays(page: Page, what: string): Promise<void> {
  expect(await page.evaluate(moving), `${what}, with reduced motion`).toEqual([]);
  const client = await page.createCDPSession();
  const force = (value: 'active' | 'none') =>
    client.send('Emulation.setEmulatedMedia', { features: [{ name: 'forced-colors', value }] });
  await force('active');
  expect(await page.evaluate(unmarked), `${what}, in forced colours`).toEqual([]);
  await force('none');
  await client.detach();
}
