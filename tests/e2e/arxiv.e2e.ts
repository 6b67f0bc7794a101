import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { forEachBrowser, useHarness } from './harness/suite';
import { waitUntil } from './harness/wait';
import { lookUnderControls } from './in-page/under';
import { ListingPage } from './pages/listing-page';
import { PageBar } from './pages/page-bar';
import { Store } from './pages/store';

const folder = new URL('../fixtures/pages/arxiv/', import.meta.url);
const textIn = (name: string) => readFileSync(new URL(name, folder), 'utf8');

interface Expected {
  readonly address: string;
  readonly cards: readonly string[];
}

function served(name: string) {
  const { address, cards } = JSON.parse(textIn(`${name}.expected.json`)) as Expected;
  return { address, cards, html: textIn(`${name}.html`), count: cards.length };
}

forEachBrowser((name) => {
  const harness = useHarness(name);

  test('a list is triaged with keys, and what it lists does not count as Daily Papers’', async () => {
    const { site, session } = harness;
    const list = served('new-sections');
    const listing = await ListingPage.serve(site, session, list);
    const { page } = listing;
    const [first = '', second = '', third = ''] = list.cards;
    const bar = new PageBar(page);
    const store = new Store(session);
    await bar.says('5 new · 1 cross-listed · 2 replaced · not counted');
    await session.badgeShows('');
    await page.bringToFront();
    await bar.answer('offer');
    await page.keyboard.press('j');
    expect(await listing.focused()).toBe(first);
    await page.keyboard.press('s');
    await listing.shows(first, 'unread');
    expect(await listing.focused()).toBe(second);
    await page.keyboard.press('x');
    await listing.shows(second, 'dismissed');
    expect(await listing.focused()).toBe(third);
    await page.keyboard.press('u');
    await listing.shows(second, 'new');
    await session.badgeShows('1');
    expect(await store.titleOf(first)).toBe('Listings & Their Headings: a Study of $n$-Day Weeks');

    await bar.choose('hide-replaced');
    await bar.press('close');
    await bar.tells('replaced', '2 replacements are hidden');
    const shown = () =>
      page.$$eval('dt', (terms) => terms.filter(({ offsetHeight }) => offsetHeight > 0).length);
    expect(await shown()).toBe(3);
    await bar.answer('replaced');
    await waitUntil(async () => (await shown()) === 5, { what: 'all entries' });

    await page.reload();
    await listing.isMarked(list.count);
    await listing.shows(first, 'unread');
    await session.badgeShows('1');
    expect(await store.papersIn('new')).toEqual([]);
    expect(await store.listKeys()).toContain('arxiv:list:cs.CL:2026-08-12');
  });

  test('of a long list those entries have controls that are near, and those that are come to', async () => {
    const ids = Array.from({ length: 150 }, (_, at) => `2608.${10_000 + at}`);
    const entry = (id: string) =>
      `<dt><a href="/abs/${id}" title="Abstract">arXiv:${id}</a></dt><dd><div class="list-title">Title: Paper ${id}</div></dd>`;
    const html = `<html lang="en"><head></head><body><main id="content"><dl id="articles">${ids.map(entry).join('')}</dl></main></body></html>`;
    const address = 'https://arxiv.org/list/cs.CL/recent';
    harness.site.page('arxiv.org', '/list/cs.CL/recent', html);
    const page = await harness.session.open(address);
    const bar = new PageBar(page);
    await bar.says('150 new · not counted');
    const hosts = () => page.$$eval('offprint-card[data-state]', ({ length }) => length);
    await waitUntil(async () => (await hosts()) > 10, { what: 'the first controls' });
    expect(await hosts()).toBeLessThan(100);
    await page.bringToFront();
    await bar.answer('offer');
    const listing = new ListingPage(page);
    for (const id of ids.slice(0, 3)) {
      await page.keyboard.press('j');
      expect(await listing.focused()).toBe(`arxiv:${id}`);
    }
    await page.evaluate(() => scrollTo({ top: document.body.scrollHeight, behavior: 'instant' }));
    await listing.shows(`arxiv:${ids.at(-1)}`, 'new');
  });

  test.each([
    ['wide', 1280],
    ['narrow', 390],
  ])('a control on an entry of a %s page lies over nothing of the page’s', async (_, width) => {
    for (const kind of ['new-sections', 'search']) {
      const list = served(kind);
      const size = { width, height: 844 };
      const { page } = await ListingPage.serve(harness.site, harness.session, list, size);
      await waitUntil(() => page.$(':is(dd, li) > offprint-card'), { what: 'controls in entries' });
      const wanted = list.cards.map((paper) => ({ paper, covers: [], isClickable: true }));
      expect(await page.evaluate(lookUnderControls)).toEqual(wanted);
      await harness.session.closePages();
    }
  });
});
