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

  test('a note of a megabyte is kept, one beyond the limit is refused in words', async () => {
    const probe = await Probe.open(harness.session);
    await probe.save(papers);
    const library = await LibraryPage.open(harness.session);
    await library.counts('5 papers');
    await library.press('j', 'n');
    await library.focuses('.pane textarea');
    const write = (length: number) =>
      library.page.$eval(
        '.pane textarea',
        (node, size) => {
          (node as HTMLTextAreaElement).value = `${'A **word** in a note. '.repeat(90)}\n\n`.repeat(
            size / 1982,
          );
          node.dispatchEvent(new Event('input', { bubbles: true }));
        },
        length,
      );
    await write(1_000_000);
    await library.press('Escape');
    await library.press('j', 'k');
    await library.says('A word in a note.', '.read-note');
    await library.press('n');
    await library.focuses('.pane textarea');
    // What is too long is not to be read, and Firefox takes half a minute to lay it out.
    await library.page.$eval('.pane textarea', (node) => {
      (node as HTMLTextAreaElement).style.contentVisibility = 'hidden';
    });
    await write(5_100_000);
    await library.says('too long', '.bars');
    await write(2_000);
    await library.press('Escape');
    await library.lacks('.pane textarea');
    await harness.session.forgiveProblems();
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
