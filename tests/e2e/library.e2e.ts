import { beforeEach, expect, test } from 'vitest';
import { click, find } from './harness/page';
import { forEachBrowser, useHarness } from './harness/suite';
import { waitUntil } from './harness/wait';
import { LibraryPage } from './pages/library-page';
import { Probe } from './pages/probe';
import { Tabs } from './pages/tabs';

interface TabsApi {
  readonly tabs: {
    getCurrent(): Promise<{ readonly id: number }>;
    remove(id: number): Promise<void>;
  };
}

/** Closes the tab as soon as the first part of a bulk change is done. Runs in the page. */
async function closeAtWork(): Promise<void> {
  const scope = globalThis as unknown as { browser?: TabsApi; chrome: TabsApi };
  const { tabs } = scope.browser ?? scope.chrome;
  const { id } = await tabs.getCurrent();
  new MutationObserver((_changes, observer) => {
    if (!document.querySelector('.working')) return;
    observer.disconnect();
    void tabs.remove(id);
  }).observe(document.body, { childList: true, subtree: true });
}

forEachBrowser((name) => {
  const harness = useHarness(name);
  const open = (address = '') => LibraryPage.open(harness.session, address);
  let probe: Probe;

  beforeEach(async () => {
    probe = await Probe.open(harness.session);
  });

  test('two papers of one title are joined with a click, told of, and two again with a key', async () => {
    const [preprint, copy] = ['arxiv:2501.00001', 'doi:10.1145/1.2'];
    const title = 'Scaling Laws for Reward Models';
    await probe.save([
      { id: preprint, title, version: 1 },
      { id: copy, title },
    ]);
    await probe.note(copy, 'Of the copy');
    const library = await open('?view=duplicates');
    await library.says('1 pair', '.found');
    await click(library.page, '[data-answer="same"]');
    await library.says('No two papers in your list look like one.', '.found');
    await library.press('u');
    await library.says('1 pair', '.found');
    await click(library.page, '[data-answer="same"]');
    await library.says('joined the two', '.bars');
    await probe.recordSighting([{ id: preprint, title, version: 3 }]);
    const joined = await open(`?paper=${preprint}`);
    await joined.says('v3 since you saved v1', '.pane .versions');
    await joined.says('Of the copy', '.pane .note');
    await click(joined.page, `[data-face="${copy}"] input`);
    await joined.says('Chose where', '.bars');
    expect(
      await joined.page.$eval('.pane [data-link]', (link) => (link as HTMLAnchorElement).href),
    ).toBe('https://doi.org/10.1145/1.2');
  });

  test('a reader searches, reads, tags and notes, and finds it all again', async () => {
    await probe.fill(60);
    const library = await open();
    await library.counts('60 papers');
    await library.search('federated policy');
    await library.says(' of 60', '.toolbar p');
    await waitUntil(async () => (await library.rows()).some(({ line }) => line), {
      what: 'the line that the words stand in',
    });
    const [row] = await library.rows();
    expect(row?.marked.length).toBeGreaterThan(0);
    await library.choose(row?.title ?? '', '.rows');
    await library.says('Abstract', '.pane');
    await library.press('n');
    await library.focuses('.pane textarea');
    await library.page.keyboard.type('Ask about *Table 4*');
    // What is typed while the page closes may be lost, what came 300 ms before may not.
    await library.page.keyboard.type('!'.repeat(12), { delay: 30 });
    const { id } = (await library.cursor()) ?? { id: '' };
    await library.page.close();

    const again = await open(`?q=${encodeURIComponent(id)}&paper=${encodeURIComponent(id)}`);
    await again.says('Ask about Table 4', '.pane .note');
    await again.press('t');
    await again.focuses('input[name="tag"]');
    await again.page.keyboard.type('to ask,');
    await again.says('to ask', '.pane .chosen');
    await again.press('Escape');
    await again.page.evaluate(() => {
      const link = document.querySelector<HTMLAnchorElement>('[data-link]');
      link?.addEventListener('click', (event) => event.preventDefault());
    });
    await click(again.page, '[data-link]');
    await again.says('opened once', '.pane');
    await click(again.page, '.pane [data-action="star"]');
    await again.says('Starred', '.bars');
    expect(await probe.counted()).toMatchObject({ '#to ask': 1, starred: 1 });
    expect(await probe.inconsistencies()).toEqual([]);
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

  test('a change of many papers that a closed page cut off is told and undone', async () => {
    await probe.fill(1500);
    const before = await probe.counted();
    const library = await open();
    await library.counts('1,500 papers');
    await library.selectAll('1,500');
    await library.page.evaluate(closeAtWork);
    await library.bulk('star');
    await new Tabs(harness.session).have(harness.session.extensionUrl('library.html'), 0);
    const again = await open();
    await again.says('This was cut off before all 1,500 papers were done.', '.bars');
    expect((await probe.counted()).starred).toBeLessThan(1500);
    await again.goTo('What you did');
    await again.says('cut off', '.actions-view');
    await again.choose('Undo', '.bars');
    await again.says('stars again', '.bars');
    await again.lacks('[role="alert"]');
    expect(await probe.counted()).toEqual(before);
    expect(await probe.inconsistencies()).toEqual([]);
  });

  test('two windows that change the same papers lose nothing', async () => {
    await probe.fill(600);
    const [one, other] = [await open(), await open()];
    for (const library of [other, one]) {
      await library.page.bringToFront();
      await library.counts('600 papers');
      await library.selectAll('600');
    }
    const press = (library: LibraryPage, action: string) =>
      library.page.$eval(`[data-bulk="${action}"]`, (node) => (node as HTMLElement).click());
    await Promise.all([press(one, 'star'), press(other, 'queue')]);
    await one.says('Starred 600 papers', '.bars');
    await other.page.bringToFront();
    await other.says('Put 600 papers in “Read next”', '.bars');
    expect((await probe.counted()).starred).toBe(600);
    await other.choose('Undo', '.bars');
    await other.says('600 papers are out of “Read next” again', '.bars');
    expect((await probe.counted()).starred).toBe(600);
    expect(await probe.inconsistencies()).toEqual([]);
  });
});
