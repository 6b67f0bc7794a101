import { beforeEach, expect, test } from 'vitest';
import { click, find } from './harness/page';
import { forEachBrowser, useHarness } from './harness/suite';
import { waitUntil } from './harness/wait';
import { LibraryPage } from './pages/library-page';
import { Probe } from './pages/probe';

const tags = [
  ['rl'],
  ['rl', 'rl/offline'],
  ['rl/offline', 'is:unread'],
  ['🤖 agents', 'مراجعة'],
  ['baseline', 'Base line'],
];
const papers = tags.map((_tags, at) => ({
  id: `arxiv:2603.0000${at + 1}`,
  title: `Paper number ${at + 1}`,
}));

forEachBrowser((name) => {
  const harness = useHarness(name);
  const open = (address = '') => LibraryPage.open(harness.session, address);
  let probe: Probe;

  /** The tags with their counts as the view of tags lists them. */
  const listed = (library: LibraryPage) =>
    library.page.$$eval('.tag-row[data-tag]', (rows) =>
      rows.map((row) => {
        const count = row.querySelector('.count')?.textContent.split(' ')[0];
        return `${row.getAttribute('data-tag')} ${count}`;
      }),
    );

  async function lists(library: LibraryPage, wanted: string[]): Promise<void> {
    let last: string[] = [];
    await waitUntil(
      async () => {
        last = await listed(library);
        return last.toSorted().join() === wanted.toSorted().join();
      },
      { what: wanted.join() },
    ).catch((error: Error) => {
      throw new Error(`${error.message}; listed are ${last.join()}`);
    });
  }

  async function rename(library: LibraryPage, from: string, to: string): Promise<void> {
    await library.choose(`Rename the tag ${from}`);
    await click(library.page, '.tag-editing input[type="text"]');
    await library.page.$eval('.tag-editing input[type="text"]', (node) =>
      (node as HTMLInputElement).select(),
    );
    await library.page.keyboard.type(to);
    await click(library.page, '.tag-editing [type="submit"]');
  }

  beforeEach(async () => {
    await harness.session.closePages();
    probe = await Probe.open(harness.session);
    await probe.empty();
    await probe.save(papers, tags);
  });

  test('tags are renamed with those below, merged, coloured and deleted, and it is undone', async () => {
    const library = await open('?view=tags');
    const start = [
      'rl 2',
      'rl/offline 2',
      'is:unread 1',
      '🤖 agents 1',
      'مراجعة 1',
      'baseline 1',
      'Base line 1',
    ];
    await lists(library, start);
    expect(await library.page.$('ul ul [data-tag="rl/offline"]')).not.toBeNull();
    await rename(library, 'rl', 'reinforcement');
    const renamed = start.map((line) => line.replace(/^rl/, 'reinforcement'));
    await lists(library, renamed);
    await rename(library, 'Base line', 'baseline');
    await lists(
      library,
      renamed.filter((line) => line !== 'Base line 1'),
    );
    await library.page.$eval('[data-tag="baseline"] .hue', (node) => {
      (node as HTMLInputElement).value = '200';
      node.dispatchEvent(new Event('change', { bubbles: true }));
    });
    await library.named('.tag-row button', 'Usual colour');
    await library.choose('Delete the tag مراجعة');
    await library.says('Deleted the tag “مراجعة” from 1 paper', '.bars');
    expect(await probe.counted()).not.toHaveProperty('#مراجعة');
    await library.choose('Undo', '.bars');
    await library.says('Undone', '.bars');
    await library.press('Control+z');
    await library.says('Undone: Merged', '.bars');
    await library.press('Control+z');
    await lists(library, start);
    expect(await probe.inconsistencies()).toEqual([]);
  });

  test('a tag leads to its papers, whatever it is called', async () => {
    const library = await open('?view=tags');
    for (const [tag, count, query] of [
      ['is:unread', '1 of 5', 'tag:is:unread'],
      ['🤖 agents', '1 of 5', 'tag:"🤖 agents"'],
      ['مراجعة', '1 of 5', 'tag:مراجعة'],
      ['rl', '3 of 5', 'tag:rl'],
      ['rl/offline', '2 of 5', 'tag:rl/offline'],
    ] as const) {
      await click(library.page, `[data-tag="${tag}"] a`);
      await library.counts(count);
      expect(await library.query()).toBe(query);
      await library.goTo('Tags');
    }
    await library.goTo('All');
    await library.counts('5 papers');
    await click(library.page, await library.named('.side button.entry', 'is:unread'));
    await library.counts('1 of 5');
  });

  test('a search is kept as a list, counted on the badge, shown in the popup, changed and deleted', async () => {
    const { session } = harness;
    const library = await open();
    await library.search('tag:rl');
    await library.counts('3 of 5');
    await library.press('Escape');
    await library.choose('Keep as a list', '.toolbar');
    await library.page.type('[name="list-name"]', 'Learning by doing');
    await library.choose('Show it in the popup', '.list-form');
    await library.choose('Count it on the badge', '.list-form');
    await library.choose('Keep this list', '.list-form');
    await library.named('.side a.entry[aria-current]', 'Learning by doing');
    await session.badgeShows('3');
    await library.choose('Paper number 1', '.rows');
    await click(library.page, '.pane [data-action="remove"]');
    await session.badgeShows('2');
    await library.goTo('Learning by doing');
    await library.counts('2 of 4');
    await library.choose('Edit this list', '.toolbar');
    await library.page.$eval('[name="list-name"]', (node) => (node as HTMLInputElement).select());
    await library.page.type('[name="list-name"]', 'RL');
    await library.choose('Save', '.list-form');
    await library.named('.side a.entry[aria-current]', 'RL');
    await library.choose('Edit this list', '.toolbar');
    await library.choose('Delete the list', '.list-form');
    await library.named('.toolbar button', 'Keep as a list');
    await session.badgeShows('4');
    expect(await library.page.$$('.side a.entry .icon')).toHaveLength(0);
    expect(await probe.inconsistencies()).toEqual([]);
  });

  test('the statistics are drawn, each with a table', async () => {
    const library = await open('?view=statistics');
    await find(library.page, '.other canvas');
    await library.says('5 papers saved: 5 unread', '.other');
    const tables = (await library.page.$$('.other summary')).length;
    expect(tables).toBeGreaterThan(2);
    await library.choose('Table', '.other');
    const table = await find(library.page, '.other details[open] table');
    expect(await table.$$eval('tbody tr', (rows) => rows.length)).toBeGreaterThan(0);
    await library.goTo('Unread');
    await library.counts('5 papers');
  });
});
