import { beforeEach, expect, test } from 'vitest';
import { click, find } from './harness/page';
import { forEachBrowser, useHarness } from './harness/suite';
import { waitUntil } from './harness/wait';
import { LibraryPage } from './pages/library-page';
import { Probe } from './pages/probe';

forEachBrowser((name) => {
  const harness = useHarness(name);
  const open = (address = '') => LibraryPage.open(harness.session, address);
  let probe: Probe;

  beforeEach(async () => {
    probe = await Probe.open(harness.session);
  });

  test('lists have addresses, and keys move, change and go', async () => {
    await probe.fill(60);
    const { unread } = await probe.counted();
    const library = await open();
    await library.counts('60 papers');
    await library.press(...'jjjjjjjk');
    const sixth = await library.isAt('6 of 60');
    await library.press('End');
    await library.isAt('60 of 60');
    await library.press('Home', ...'jjjjj');
    await library.isAt('6 of 60');
    const stateNow = async () =>
      (await library.rows()).find((row) => row.id === sixth.id)?.state ?? '';
    const before = await stateNow();
    await library.press('r');
    await waitUntil(async () => (await stateNow()) !== before, { what: 'the next status' });
    await library.press('Control+z');
    await library.says('has its former status again', '.bars');
    await library.press('?');
    await library.says('Next paper', 'dialog');
    await library.press('j', 'Escape');
    await library.lacks('dialog');
    await library.isAt('6 of 60');
    await library.press('g', 'u');
    await library.counts(`${unread} of 60 papers`);
    await library.press('g', 't');
    await library.says('Tags', '.other h1');
    await library.page.evaluate(() => history.back());
    await library.counts(`${unread} of 60 papers`);
    expect(await library.address()).toBe('?q=is:unread');
    await library.page.evaluate(() => history.forward());
    await library.says('Tags', '.other h1');
    await library.reload();
    await library.says('Tags', '.other h1');
    await library.goTo('Statistics');
    await find(library.page, '.other canvas');
  });

  test('a search is kept as a list that the badge counts', async () => {
    const papers = [1, 2, 3].map((at) => ({ id: `arxiv:2603.0000${at}`, title: `Paper ${at}` }));
    await probe.save(papers, [['rl'], ['rl/offline'], []]);
    const library = await open('?q=tag%3Arl');
    await library.counts('2 of 3 papers');
    await library.choose('Keep as a list', '.toolbar');
    await click(library.page, '[name="list-name"]');
    await library.page.keyboard.type('Learning by doing');
    await library.choose('Count it on the badge', '.list-form');
    await library.choose('Keep this list', '.list-form');
    await library.named('.side a.entry[aria-current]', 'Learning by doing');
    await harness.session.badgeShows('2');
    await library.choose('Paper 1', '.rows');
    await click(library.page, '.pane [data-action="remove"]');
    await harness.session.badgeShows('1');
    expect(await probe.inconsistencies()).toEqual([]);
  });

  test('papers are selected with the mouse, changed together and taken along', async () => {
    await probe.fill(40);
    const before = await probe.counted();
    const library = await open();
    await library.counts('40 papers');
    await library.choose('Select', '.toolbar');
    const box = (place: number) => `.rows > li[aria-posinset="${place}"] input`;
    await click(library.page, box(2));
    await library.page.keyboard.down('Shift');
    await click(library.page, box(5));
    await library.page.keyboard.up('Shift');
    await library.says('4 papers selected', '.bulk');
    await library.bulk('star');
    await library.says('Starred 4 papers', '.bars');
    await library.page.select('.bulk select', 'links');
    await library.says('Copied 4 papers', '.bars');
    await library.page.select('.bulk select', 'markdown');
    await library.says('Copied 4 papers', '.bars');
    await library.bulk('dismiss');
    await library.counts('36 papers');
    await library.press('Control+z');
    await library.counts('40 papers');
    await library.press('Control+z');
    await library.says('without', '.bars');
    expect(await probe.counted()).toEqual(before);
    expect(await probe.inconsistencies()).toEqual([]);
  });
});
