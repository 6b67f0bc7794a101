import type { Page } from 'puppeteer-core';
import { beforeEach, describe, expect, test } from 'vitest';
import { digestOf, special } from '../fixtures/papers';
import { type FixtureWindow, serveDigest } from '../fixtures/svelte/page';
import { forEachBrowser, useHarness } from './harness/suite';
import { waitUntil } from './harness/wait';

type Fixture = typeof globalThis & FixtureWindow & { __before: Element[] };

const hydrated = (page: Page) =>
  waitUntil(() => page.evaluate(() => (globalThis as Fixture).__fixture.hydrated), {
    what: 'the fixture to hydrate',
  });

const hydrate = (page: Page) => page.evaluate(() => (globalThis as Fixture).__hydrate());

/** How many of the articles remembered before are still the ones in the page. */
const keptArticles = (page: Page) =>
  page.evaluate(() => {
    const { __before } = globalThis as Fixture;
    return [...document.querySelectorAll('article')].filter((card) => __before.includes(card))
      .length;
  });

const firstIds = (page: Page) =>
  page.$$eval('article h3 a', (links) =>
    links.slice(0, 2).map((link) => link.getAttribute('href')?.split('/').pop()),
  );

/** A host on which the extension does nothing. */
const host = 'elsewhere.example';

forEachBrowser((name) => {
  const harness = useHarness(name);

  describe.each([4, 5] as const)('the Svelte %i digest', (svelte) => {
    let page: Page;

    beforeEach(async () => {
      page = await harness.session.open(
        await serveDigest(harness.site, { svelte, hydrate: 'manual', host }),
      );
      await page.evaluate(() => {
        (globalThis as Fixture).__before = [...document.querySelectorAll('article')];
      });
    });

    test('hydrates without a warning and keeps its articles', async () => {
      await hydrate(page);
      await hydrated(page);
      expect(await keptArticles(page)).toBe(24);
      expect(await page.evaluate(() => (globalThis as Fixture).__fixture.mismatches)).toBe(0);
    });

    test('loses a foreign element put into a card before it hydrates', async () => {
      await page.evaluate(() => {
        const foreign = document.createElement('foreign-element');
        document.querySelector('article')?.append(foreign);
      });
      await hydrate(page);
      await hydrated(page);
      expect(await page.$('foreign-element')).toBeNull();
      const { mismatches } = await page.evaluate(() => (globalThis as Fixture).__fixture);
      expect(mismatches > 0).toBe(svelte === 5);
      expect(await keptArticles(page)).toBe(svelte === 5 ? 0 : 24);
    });

    test('reorders, adds and changes its cards, and goes to another day without a load', async () => {
      await hydrate(page);
      await hydrated(page);
      const before = await firstIds(page);
      await page.evaluate(() => (globalThis as Fixture).__reorder());
      await waitUntil(async () => (await firstIds(page))[0] !== before[0], { what: 'a new order' });
      expect(await keptArticles(page)).toBe(24);
      const [added] = digestOf(1);
      if (!added) throw new Error('digestOf(1) is empty');
      await page.evaluate((entry) => (globalThis as Fixture).__addCard(entry), added);
      await waitUntil(async () => (await firstIds(page))[0] === added.paper.id, { what: 'a card' });
      await page.evaluate(() => (globalThis as Fixture).__navigate('2026-03-30'));
      await waitUntil(() => page.$(`article a[href="/papers/2603.22001"]`), { what: 'the day' });
      expect(await page.evaluate(() => location.pathname)).toBe('/papers/date/2026-03-30');
      expect(await page.$(`article a[href="/papers/${special.twice}"]`)).not.toBeNull();
      expect(await page.$$eval('article', (cards) => cards.length)).toBe(15);
    });

    test('marks pictures on the server as the real site does', async () => {
      const marked = await page.$$eval('article img[onload="this.__e=event"]', (all) => all.length);
      expect(marked).toBe(svelte === 5 ? 24 : 0);
      await hydrate(page);
      await hydrated(page);
      await waitUntil(() => page.$('article img.picture:not(.invisible)'), { what: 'a picture' });
      expect(await page.$('article img[onload]')).toBeNull();
    });
  });
});
