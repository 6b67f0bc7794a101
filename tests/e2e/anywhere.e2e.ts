import { expect, test } from 'vitest';
import { answerYes, clickIcon } from './harness/grants';
import { click } from './harness/page';
import { forEachBrowser, useHarness } from './harness/suite';
import { waitUntil } from './harness/wait';
import { OptionsPage } from './pages/options-page';
import { OtherSite } from './pages/other-site';
import { PopupPage } from './pages/popup-page';
import { Store } from './pages/store';

forEachBrowser((name) => {
  const harness = useHarness(name);
  const openPopup = async (other: OtherSite) =>
    new PopupPage(await clickIcon(harness.session, other.page));

  test('any page is looked at once, and nothing of it is kept but what is saved', async () => {
    const { site, session } = harness;
    const other = await OtherSite.open(site, session, 'papers.example');
    const store = new Store(session);
    const popup = await openPopup(other);
    await popup.says('Offprint is not on this page.');
    expect(await other.isLeftAlone()).toBe(true);
    await click(popup.page, '[data-action="scan"]');
    await popup.says('6 papers listed on this page');
    expect(await store.papersIn('new')).toEqual([]);
    await click(popup.page, '[data-paper="arxiv:2603.00002"] [data-action="save"]');
    await session.badgeShows('1');
    expect(await store.titleOf('arxiv:2603.00002')).toBe('Dense retrieval of today');
    expect(await store.papersIn('new')).toEqual([]);
    expect(await other.isLeftAlone()).toBe(true);
    expect(
      site.requestsTo('papers.example').filter(({ path }) => path !== '/favicon.ico'),
    ).toHaveLength(1);
  });

  test('a site shows Offprint from when the reader asks for it until they take it away, and no other does', async () => {
    const { site, session } = harness;
    await answerYes(session, 'papers.example');
    const beside = await OtherSite.open(site, session, 'other.example');
    const other = await OtherSite.open(site, session, 'papers.example');
    const popup = await openPopup(other);
    await click(popup.page, '[data-action="grant"]');
    await popup.says('Offprint then reads each page of papers.example');
    expect(await other.isLeftAlone()).toBe(true);
    await click(popup.page, '[data-action="allow"]');
    await other.marks(6);
    await other.save(0);
    await session.badgeShows('1');
    const another = await OtherSite.open(site, session, 'papers.example', '/more');
    await another.marks(6);
    expect(await another.states()).toContain('arxiv:2603.00001 unread');
    expect(await new Store(session).papersIn('new')).toEqual([]);
    expect(await beside.page.$('[data-offprint],offprint-layer,offprint-card')).toBeNull();

    const options = await OptionsPage.open(session);
    await options.says('papers.example');
    await options.press('Take away');
    await options.says('On no other site.');
    await Promise.all([other.marks(0), another.marks(0)]);
    await waitUntil(() => another.isLeftAlone(), { what: 'the page to be left alone' });
    const later = await OtherSite.open(site, session, 'papers.example', '/later');
    expect(await later.isLeftAlone()).toBe(true);
  });
});
