import { beforeEach, expect, test } from 'vitest';
import { click } from './harness/page';
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
    const href = () =>
      joined.page.$eval('.pane [data-link]', (link) => (link as HTMLAnchorElement).href);
    await waitUntil(async () => (await href()) === 'https://doi.org/10.1145/1.2', {
      what: 'the copy that leads to be what opens',
    });
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
