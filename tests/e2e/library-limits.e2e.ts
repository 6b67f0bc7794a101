import { expect, test } from 'vitest';
import { forEachBrowser, useHarness } from './harness/suite';
import { LibraryPage } from './pages/library-page';
import { Probe } from './pages/probe';
import { Store } from './pages/store';

const papers = [1, 2, 3, 4, 5].map((number) => ({
  id: `arxiv:2603.0000${number}`,
  title: `Paper ${number}`,
}));

forEachBrowser((name) => {
  const harness = useHarness(name);

  test('a note of a megabyte is kept and read', async () => {
    const probe = await Probe.open(harness.session);
    await probe.save(papers);
    const library = await LibraryPage.open(harness.session);
    await library.counts('5 papers');
    await library.press('j', 'n');
    await library.focuses('.pane textarea');
    await library.page.$eval('.pane textarea', (node) => {
      const paragraph = `${'A **word** in a note. '.repeat(90)}\n\n`;
      (node as HTMLTextAreaElement).value = paragraph.repeat(1_000_000 / paragraph.length);
      node.dispatchEvent(new Event('input', { bubbles: true }));
    });
    await library.press('Escape');
    await library.press('j', 'k');
    await library.says('A word in a note.', '.read-note');
    expect(await probe.inconsistencies()).toEqual([]);
  });

  test('a store that is deleted under the page is opened anew', async () => {
    const probe = await Probe.open(harness.session);
    await probe.save(papers);
    const library = await LibraryPage.open(harness.session);
    await library.counts('5 papers');
    await new Store(harness.session).deleteDatabase();
    await library.goTo('Read');
    await probe.save(papers.slice(0, 2));
    await library.goTo('All');
    await library.counts('2 papers');
    await library.press('j', '*');
    await library.says('Starred', '.bars');
    expect(await probe.counted()).toEqual({ unread: 2, starred: 1 });
    expect(await probe.inconsistencies()).toEqual([]);
  });
});
