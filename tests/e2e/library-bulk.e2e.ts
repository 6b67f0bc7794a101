import { beforeEach, expect, test } from 'vitest';
import { click } from './harness/page';
import { forEachBrowser, useHarness } from './harness/suite';
import { waitUntil } from './harness/wait';
import { LibraryPage } from './pages/library-page';
import { Probe } from './pages/probe';

forEachBrowser((name) => {
  const harness = useHarness(name);
  const open = (address = '') => LibraryPage.open(harness.session, address);
  let probe: Probe;

  beforeEach(async () => {
    await harness.session.closePages();
    probe = await Probe.open(harness.session);
  });

  test('papers are selected by click, range, keys and all, and changed together', async () => {
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
    await library.says('4 selected', '.bulk');
    await click(library.page, box(3));
    await library.says('3 selected', '.bulk');
    await library.choose('Select none', '.bulk');
    await library.press('j', 'x', 'j', 'j', 'Shift+X');
    await library.says('3 selected', '.bulk');
    await library.bulk('star');
    await library.says('Starred 3 papers', '.bars');
    await library.bulk('tag');
    await library.page.type('.bulk [name="tag"]', 'seminar,');
    await library.choose('Add to all', '.bulk');
    await library.says('Tagged 3 papers “seminar”', '.bars');
    await library.bulk('dismiss');
    await library.says('Dismissed 3 papers', '.bars');
    await library.counts('37 papers');
    await library.press('g', 'u', 'Control+a', 'g', 'l');
    await library.counts('37 papers');
    await library.lacks('.bulk');
    await library.selectAll('37');
    await library.bulk('read');
    await library.says('papers are now: Read', '.bars');
    expect((await probe.counted()).read).toBe(37);
    await library.press('Control+z');
    await library.says('Undone', '.bars');
    await library.press('Control+z');
    await library.counts('40 papers');
    await library.press('Control+z');
    await library.says('Undone: Tagged', '.bars');
    await library.press('Control+z');
    await library.says('Undone: Starred', '.bars');
    await library.press('Control+z');
    await library.says('nothing left to undo', '.bars');
    expect(await probe.counted()).toEqual(before);
    expect(await probe.inconsistencies()).toEqual([]);
  });

  test('3,000 papers go in slices; what was stopped or cut off in between is told and undone', async () => {
    await probe.fill(3000);
    const before = await probe.counted();
    const library = await open();
    await library.counts('3,000 papers');
    await library.selectAll('3,000');
    await library.page.evaluate(() => {
      new MutationObserver((_changes, observer) => {
        const stop = document.querySelector<HTMLElement>('.working button');
        if (stop) observer.disconnect();
        stop?.click();
      }).observe(document.body, { childList: true, subtree: true });
    });
    await library.bulk('delete');
    await library.says('(stopped; 3,000 were meant)', '.bars');
    const deleted = (await probe.counted()).deleted ?? 0;
    expect(deleted).toBeGreaterThan(0);
    expect(deleted).toBeLessThan(3000);
    await library.counts(`${(3000 - deleted).toLocaleString('en')} papers`);
    await library.choose('Undo', '.bars');
    await library.counts('3,000 papers');
    expect(await probe.counted()).toEqual(before);
    await library.selectAll('3,000');
    await library.bulk('star');
    await waitUntil(() => library.page.$('.working'), { what: 'the progress' });
    await library.page.close();
    const again = await open();
    await again.says('This was cut off: it was meant for 3,000 papers.', '.bars');
    expect((await probe.counted()).starred).toBeLessThan(3000);
    await again.goTo('What you did');
    await again.says('cut off', '.actions-view');
    await again.choose('Undo', '.bars');
    await again.says('Undone', '.bars');
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
    const press = (library: LibraryPage, deed: string) =>
      library.page.$eval(`[data-bulk="${deed}"]`, (node) => (node as HTMLElement).click());
    await Promise.all([press(one, 'star'), press(other, 'queue')]);
    await one.says('Starred 600 papers', '.bars');
    await other.page.bringToFront();
    await other.says('Put 600 papers among', '.bars');
    expect((await probe.counted()).starred).toBe(600);
    await other.choose('Undo', '.bars');
    await other.says('Undone: Put 600', '.bars');
    expect((await probe.counted()).starred).toBe(600);
    expect(await probe.inconsistencies()).toEqual([]);
  });
});
