import type { Page } from 'puppeteer-core';
import { describe, expect, test } from 'vitest';
import { special } from '../fixtures/papers';
import { axe, click, find } from './harness/page';
import { forEachBrowser, useHarness } from './harness/suite';
import { waitUntil } from './harness/wait';
import { DigestPage } from './pages/digest-page';
import { FixtureDigest } from './pages/fixture-page';
import { PopupPage } from './pages/popup-page';

const day = 'https://huggingface.co/papers/date/2026-03-27';

/** Whether anything of the page sticks out sideways. */
const scrollsSideways = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth > innerWidth);

forEachBrowser((name) => {
  const harness = useHarness(name, { fresh: 'store' });
  const serve = () => FixtureDigest.serve(harness.site, harness.session);
  const saved = (...places: number[]) => FixtureDigest.saved(harness, ...places);
  const openPopup = () => PopupPage.open(harness.session);

  describe('in bad times', () => {
    test('a digest that yields nothing is told once, with a report that leaks nothing', async () => {
      harness.site.page('huggingface.co', new URL(day).pathname, '<h1>Daily Papers</h1>');
      await harness.session.open(day);
      const popup = await openPopup();
      await waitUntil(async () => (await popup.words()).includes('no papers'), {
        what: 'the notice',
      });
      expect(await popup.words()).not.toContain('2026-03-27');
      await popup.dismissProblem();
      const again = await openPopup();
      await again.lists(0);
      expect(await again.words()).not.toContain('no papers could');
    });

    test('a database of a newer version is told in a sentence and left alone', async () => {
      await harness.session.inExtension(async () => {
        const newer = indexedDB.open('offprint', 999);
        await new Promise((resolve, reject) => {
          newer.onsuccess = resolve;
          newer.onerror = reject;
        });
        newer.result.close();
      });
      const popup = await openPopup();
      await waitUntil(async () => /newer Offprint/.test(await popup.words()), {
        what: 'the sentence',
      });
      const version = await harness.session.inExtension(async () => {
        const databases = await indexedDB.databases();
        return databases.find((database) => database.name === 'offprint')?.version;
      });
      expect(version).toBe(999);
      await harness.session.forgiveProblems();
      await harness.session.inExtension(async () => {
        const request = indexedDB.deleteDatabase('offprint');
        await new Promise((resolve, reject) => {
          request.onsuccess = resolve;
          request.onerror = reject;
        });
      });
    });
  });

  test('nothing breaks or sticks out: long, right-to-left and crowded papers, narrow and zoomed', async () => {
    const digest = await serve();
    const papers = await digest.papers();
    const places = [special.long, special.tex, special.arabic, special.crowd].map((id) =>
      papers.findIndex((paper) => paper.id === `arxiv:${id}`),
    );
    const chosen = places.flatMap((place) => papers[place] ?? []);
    for (const { title } of chosen) await digest.save(title);
    const popup = await openPopup();
    await popup.lists(4);
    for (const { title } of chosen) {
      await popup.toggle(title);
      for (const [width, height] of [
        [400, 560],
        [360, 560],
        [320, 280],
      ] as const) {
        await popup.page.setViewport({ width, height });
        expect(await scrollsSideways(popup.page), `${title} at ${width}`).toBe(false);
      }
      await popup.page.setViewport({ width: 400, height: 560 });
      await popup.toggle(title);
    }
  });

  test('axe finds nothing: empty, saved, opened, new, light and dark', async () => {
    const { session } = harness;
    const empty = await openPopup();
    await empty.lists(0);
    expect(await axe(empty.page)).toEqual([]);
    const [paper] = await saved(0, 1, 2);
    const digest = new DigestPage(await session.open(day));
    await digest.isMarked();
    const popup = await openPopup();
    await popup.lists(3);
    await popup.addTag(paper?.title ?? '', 'agents');
    for (const dark of [false, true]) {
      await session.setDark(popup.page, dark);
      expect(await axe(popup.page), `saved, dark: ${dark}`).toEqual([]);
    }
    await popup.goTo('New');
    await popup.lists(21);
    for (const dark of [true, false]) {
      await session.setDark(popup.page, dark);
      expect(await axe(popup.page), `new, dark: ${dark}`).toEqual([]);
    }
  });

  test('works by keyboard: tabs by arrows, search by slash, a row by Enter', async () => {
    await saved(0, 1);
    const popup = await openPopup();
    await popup.lists(2);
    const { page } = popup;
    const focused = () => page.evaluate(() => document.activeElement?.getAttribute('role') ?? '');
    await click(page, '[role=tab][aria-selected=true]');
    await page.keyboard.press('ArrowRight');
    await find(page, '[role=tab][aria-selected=true]');
    expect(await focused()).toBe('tab');
    await popup.lists(22);
    await page.keyboard.press('ArrowLeft');
    await popup.lists(2);
    await page.keyboard.press('/');
    expect(await page.evaluate(() => document.activeElement?.matches('[type=search]'))).toBe(true);
    await waitUntil(
      async () => {
        await page.keyboard.press('Tab');
        return page.evaluate(() => document.activeElement?.matches('li[data-paper] button'));
      },
      { what: 'the focus to reach a row' },
    );
    await page.keyboard.press('Enter');
    await find(page, 'li[data-paper] [aria-expanded=true]');
  });
});
