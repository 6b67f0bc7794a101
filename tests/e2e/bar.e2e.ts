import type { Page } from 'puppeteer-core';
import { expect, test } from 'vitest';
import { axe, find } from './harness/page';
import { forEachBrowser, useHarness } from './harness/suite';
import { waitUntil } from './harness/wait';
import { cardsIn } from './pages/cards';
import { FixtureDigest } from './pages/fixture-page';
import { PageBar } from './pages/page-bar';
import { Store } from './pages/store';

/** What the focus is on: the paper of a control, and whether it is on the control as a whole. */
function focused(page: Page): Promise<{ id: string | undefined; role: string | null | undefined }> {
  return page.evaluate(() => {
    const host = document.activeElement as HTMLElement | null;
    return {
      id: host?.dataset.paper,
      role: host?.shadowRoot?.activeElement?.getAttribute('role'),
    };
  });
}

forEachBrowser((name) => {
  const harness = useHarness(name);

  async function open() {
    const digest = await FixtureDigest.serve(harness.site, harness.session);
    await digest.hydrates();
    await digest.controlsMoveIn();
    const papers = await digest.papers();
    return { digest, page: digest.page, papers, bar: new PageBar(digest.page) };
  }

  test('counts, goes to the next new paper, hides what was seen, and dismisses the rest as one', async () => {
    const { digest, page, papers, bar } = await open();
    const [first, second, third] = papers;
    if (!first || !second || !third) throw new Error('The digest is empty');
    await bar.says('24 new');
    const places = await bar.places(first.id);
    await digest.save(first.title);
    await bar.says('23 new · 1 saved');
    expect(await bar.places(first.id)).toEqual(places);
    await bar.press('next');
    expect(await focused(page)).toEqual({ id: second.id, role: 'group' });
    await bar.press('next');
    expect((await focused(page)).id).toBe(third.id);

    await digest.looksAt(second.id, new Store(harness.session));
    await page.reload();
    await digest.isMarked();
    await digest.controlsMoveIn();
    await digest.shows(second.id, 'seen');
    const seen = (await digest.papers()).filter(({ state }) => state === 'seen');
    const height = () =>
      page.$eval('.grid', (grid) => Math.round(grid.getBoundingClientRect().height));
    await bar.choose('hide');
    await bar.press('close');
    await bar.tells('seen', `${seen.length} seen paper`);
    const { seen: shown } = await cardsIn(page);
    expect(shown).toEqual(
      papers.map(({ id }) => id).filter((id) => !seen.some((paper) => paper.id === id)),
    );
    const rows = new Set(
      await page.$$eval('article', (all) =>
        all.filter(({ offsetWidth }) => offsetWidth > 0).map(({ offsetTop }) => offsetTop),
      ),
    );
    expect(rows.size).toBe(Math.ceil(shown.length / 3));
    const hidden = await height();
    await bar.answer('seen');
    await waitUntil(async () => (await height()) > hidden, { what: 'the cards to be shown' });

    const isNew = `${23 - seen.length} new, ${seen.length} seen and undecided · 1 saved`;
    await bar.says(isNew);
    await bar.choose('dismiss-seen');
    await bar.says(`${23 - seen.length} new · 1 saved`);
    await bar.choose('dismiss-rest');
    await bar.says('Done · 1 saved');
    await bar.offers('catch-up', 'Catch up');
    await bar.tells('notice', `Dismissed ${23 - seen.length} papers`);
    await bar.answer('notice');
    const left = 23 - seen.length;
    await bar.says(`${left} new · 1 saved · older, not counted`);
    await bar.choose('count-day');
    await bar.tells('notice', `Counted ${left} papers as new`);
    expect(await new Store(harness.session).papersIn('new')).toHaveLength(left);
    await bar.press('collapse');
    await find(page, 'offprint-bar >>> [data-action="expand"]');
    await bar.press('expand');
    expect((await bar.places(first.id)).main).toEqual(places.main);
    expect(await bar.coversAtTheEnd()).toEqual([]);
    expect(await new Store(harness.session).disagreements()).toEqual([]);
  });

  test('shows another order without moving a node, and the site’s own again, readable by everybody', async () => {
    const { digest, page, papers, bar } = await open();
    for (const dark of [false, true]) {
      await harness.session.setDark(page, dark);
      expect(await axe(page, ['offprint-bar', 'offprint-card'])).toEqual([]);
      await bar.press('more');
      await bar.hasSheet('More on this page');
      expect(await axe(page, ['offprint-bar'])).toEqual([]);
      await bar.press('close');
    }
    await harness.session.setDark(page, false);
    const listed = papers.map(({ id }) => id);
    await digest.save(papers[0]?.title ?? '');
    await bar.sortBy('new');
    await waitUntil(async () => (await cardsIn(page)).seen[0] === listed[1], {
      what: 'the new papers to be first',
    });
    expect(await cardsIn(page)).toEqual({ seen: [...listed.slice(1), listed[0]], nodes: listed });
    const last = await page.$eval('.grid', (grid) => {
      const foot = grid.querySelector('.foot')?.getBoundingClientRect().top ?? 0;
      const tops = [...grid.querySelectorAll('article')].map(
        (card) => card.getBoundingClientRect().top,
      );
      return foot > Math.max(...tops);
    });
    expect(last).toBe(true);
    await bar.sortBy('site');
    await waitUntil(async () => (await cardsIn(page)).seen[0] === listed[0], {
      what: 'the order of the site',
    });
    expect(await cardsIn(page)).toEqual({ seen: listed, nodes: listed });
    expect(await page.$$('[style*="order"]')).toEqual([]);
    expect(await digest.damage()).toMatchObject({ mismatches: 0, lostArticles: 0 });
  });

  test('keys act once they are turned on, and never while typing or with a modifier', async () => {
    const { digest, page, papers, bar } = await open();
    const [first, second, third] = papers;
    if (!first || !second || !third) throw new Error('The digest is empty');
    await page.bringToFront();
    await page.keyboard.press('j');
    expect((await focused(page)).id).toBeUndefined();
    await bar.answer('offer');
    await page.keyboard.press('j');
    expect(await focused(page)).toEqual({ id: first.id, role: 'group' });
    await page.keyboard.press('s');
    await digest.shows(first.id, 'unread');
    await bar.tells('notice', `Saved`);
    expect(await focused(page)).toEqual({ id: second.id, role: 'group' });
    await page.keyboard.press('x');
    await digest.shows(second.id, 'dismissed');
    expect((await focused(page)).id).toBe(third.id);
    await page.keyboard.press('u');
    await digest.shows(second.id, 'new');
    await page.keyboard.press('k');
    expect((await focused(page)).id).toBe(second.id);
    await page.keyboard.press('k');
    expect((await focused(page)).id).toBe(second.id);
    await page.keyboard.press('K');
    expect((await focused(page)).id).toBe(first.id);

    await page.keyboard.press('j');
    await page.keyboard.down('Control');
    await page.keyboard.press('x');
    await page.keyboard.up('Control');
    await page.focus('input[type=search]');
    await page.keyboard.type('xs?');
    for (const role of ['dialog', 'listbox']) {
      await page.evaluate((name) => {
        const open = document.createElement('div');
        open.setAttribute('role', name);
        open.className = 'of-the-site';
        open.tabIndex = 0;
        document.body.append(open);
        open.focus();
      }, role);
      await page.keyboard.press('?');
      await bar.hasSheet(undefined);
      await page.evaluate(() => document.querySelector('.of-the-site')?.remove());
    }
    await page.evaluate(() => {
      document.addEventListener('keydown', (event) => event.preventDefault(), { once: true });
    });
    await page.keyboard.press('?');
    await bar.hasSheet(undefined);
    await page.keyboard.press('?');
    await bar.hasSheet('Keys on this page');
    expect(await axe(page, ['offprint-bar'])).toEqual([]);
    expect(await digest.stateOf(second.id)).toBe('new');
  });
});
