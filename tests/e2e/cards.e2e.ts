import type { Page } from 'puppeteer-core';
import { describe, expect, test } from 'vitest';
import { digestOf } from '../fixtures/papers';
import { type DigestPageOptions, type FixtureWindow, serveDigest } from '../fixtures/svelte/page';
import { forEachBrowser, useHarness } from './harness/suite';
import { waitUntil } from './harness/wait';
import { DigestPage } from './pages/digest-page';

interface Watched {
  /** The articles as the server sent them. */
  __articles: Element[];
  /** Layout shift since the page began, where the browser measures it. */
  __shift: number;
}

type Fixture = typeof globalThis & FixtureWindow & Watched;

/** Runs in the page before anything else. */
function watch(): void {
  const fixture = globalThis as Fixture;
  fixture.__shift = 0;
  document.addEventListener('DOMContentLoaded', () => {
    fixture.__articles = [...document.querySelectorAll('article')];
  });
  if (PerformanceObserver.supportedEntryTypes.includes('layout-shift'))
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries())
        fixture.__shift += (entry as PerformanceEntry & { value: number }).value;
    }).observe({ type: 'layout-shift', buffered: true });
}

/** Of the articles that the server sent, how many are not in the page any more. */
const lostArticles = (page: Page) =>
  page.evaluate(
    () => (globalThis as Fixture).__articles.filter((card) => !card.isConnected).length,
  );

/** The cards whose control does not stand on them, whether in view or not. */
const cardsWithoutControl = (page: Page) =>
  page.evaluate(async () => {
    const without: string[] = [];
    for (const card of document.querySelectorAll('article')) {
      card.scrollIntoView({ block: 'center', behavior: 'instant' });
      await new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)));
      const link = card.querySelector<HTMLAnchorElement>('h3 a');
      const id = link?.pathname.split('/').pop();
      const outer = card.getBoundingClientRect();
      const hosts = [...document.querySelectorAll(`offprint-card[data-paper="arxiv:${id}"]`)];
      const stands = hosts.some((host) => {
        const inner = host.getBoundingClientRect();
        return (
          inner.width > 0 &&
          inner.left >= outer.left &&
          inner.right <= outer.right &&
          inner.top >= outer.top &&
          inner.bottom <= outer.bottom
        );
      });
      if (!stands) without.push(String(id));
    }
    return without;
  });

forEachBrowser((name) => {
  const harness = useHarness(name);

  async function openDigest(options: DigestPageOptions): Promise<DigestPage> {
    const url = await serveDigest(harness.site, options);
    const page = await harness.session.open('about:blank');
    await page.evaluateOnNewDocument(watch);
    await page.goto(url);
    const digest = new DigestPage(page);
    await digest.isMarked();
    return digest;
  }

  describe.each([4, 5] as const)('on the Svelte %i digest', (svelte) => {
    test.each([0, 1500, 'never'] as const)(
      'that hydrates after %s ms, every card has its control and nothing moves',
      async (hydrate) => {
        const { page } = await openDigest({ svelte, hydrate });
        if (hydrate !== 'never')
          await waitUntil(() => page.evaluate(() => (globalThis as Fixture).__fixture.hydrated), {
            what: 'the page to hydrate',
          });
        if (hydrate === 1500)
          await waitUntil(
            () =>
              page.evaluate(
                () => document.querySelectorAll('article > offprint-card').length === 24,
              ),
            { what: 'the controls to move into their cards' },
          );
        expect(await cardsWithoutControl(page)).toEqual([]);
        expect(await lostArticles(page)).toBe(0);
        const fixture = await page.evaluate(() => {
          const { __fixture, __shift } = globalThis as Fixture;
          return { mismatches: __fixture.mismatches, shift: __shift };
        });
        expect(fixture).toEqual({ mismatches: 0, shift: 0 });
      },
    );

    test('controls survive rendering again, another order, a new card and another day', async () => {
      const digest = await openDigest({ svelte, hydrate: 0 });
      const { page } = digest;
      const listed = await digest.papers();
      const first = listed[svelte];
      if (!first) throw new Error('The digest is empty');
      await digest.save(first.title);
      await page.evaluate(() => (globalThis as Fixture).__rerender());
      await page.evaluate(() => (globalThis as Fixture).__reorder());
      await waitUntil(async () => (await digest.papers()).at(-1)?.id === listed[0]?.id, {
        what: 'the other order',
      });
      expect(await cardsWithoutControl(page)).toEqual([]);
      expect(await digest.stateOf(first.id)).toBe('unread');
      const [added] = digestOf(1);
      if (!added) throw new Error('digestOf(1) is empty');
      await page.evaluate((entry) => (globalThis as Fixture).__addCard(entry), added);
      await digest.shows(`arxiv:${added.paper.id}`, 'new');
      await page.evaluate(() => (globalThis as Fixture).__navigate('2026-03-30'));
      await waitUntil(async () => (await digest.papers()).length === 15, { what: 'the other day' });
      await digest.isMarked();
      expect(await cardsWithoutControl(page)).toEqual([]);
      expect(await page.$$eval('offprint-card', (hosts) => hosts.length)).toBe(15);
    });
  });

  test('a script of the page cannot press the buttons', async () => {
    const digest = await openDigest({});
    const paper = (await digest.papers()).at(-1);
    if (!paper) throw new Error('The digest is empty');
    await digest.page.evaluate((id) => {
      const host = document.querySelector(`offprint-card[data-paper="${id}"]`);
      const button = host?.shadowRoot?.querySelector<HTMLElement>('[data-action=save]');
      button?.click();
      button?.dispatchEvent(new MouseEvent('click', { bubbles: true, composed: true }));
    }, paper.id);
    await digest.dismiss(paper.title);
    expect(await digest.stateOf(paper.id)).toBe('dismissed');
    await digest.undo(paper.title);
    await digest.shows(paper.id, 'seen');
  });
});
