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

  test('the pane has details, keeps note and tags, and opening a link is noted', async () => {
    await probe.fill(40);
    const library = await open('?q=is%3Aunread&sort=title');
    await library.says(' of 40', '.toolbar');
    await library.press('j', 'n');
    await library.focuses('.pane textarea');
    const ask = async () => {
      await library.page.keyboard.type('Ask about *Table 4*');
      // What is typed while the page closes may be lost, what came 300 ms before may not.
      await library.page.keyboard.type('!'.repeat(12), { delay: 30 });
    };
    await ask();
    const { id } = (await library.cursor()) ?? { id: '' };
    await library.page.close();
    const again = await open(`?q=${encodeURIComponent(id)}&paper=${encodeURIComponent(id)}`);
    await again.says('Ask about Table 4', '.pane .note');
    expect(await again.words('.pane')).toContain('Abstract');
    expect(await again.words('.pane')).toContain('not read yet');
    await again.press('t');
    await again.page.keyboard.type('to ask,');
    await again.says('to ask', '.pane .chosen');
    await again.page.evaluate(() => {
      const link = document.querySelector<HTMLAnchorElement>('[data-link]');
      link?.addEventListener('click', (event) => event.preventDefault());
    });
    await click(again.page, '[data-link]');
    await again.says('opened once', '.pane');
    await click(again.page, '.pane [data-action="star"]');
    await again.says('Starred', '.bars');
    expect(await probe.inconsistencies()).toEqual([]);
    expect(await probe.counted()).toMatchObject({ '#to ask': 1, starred: 1 });
  });

  test('the bin gives back one or all, and is emptied', async () => {
    await probe.fill(12);
    const library = await open();
    await library.counts('12 papers');
    await library.selectAll('12');
    await library.bulk('delete');
    await library.counts('0 papers');
    await library.goTo('Bin');
    await library.says('stay here for 30 days', '.hints');
    await library.press('j');
    await click(library.page, '.pane [data-action="restore"]');
    await waitUntil(async () => (await probe.counted()).deleted === 11, { what: '11 left' });
    await library.goTo('All');
    await library.counts('1 paper');
    await library.goTo('Bin');
    await library.counts('11 papers');
    await library.press('j', 'x', 'j', 'x');
    await library.bulk('restore');
    await waitUntil(async () => (await probe.counted()).deleted === 9, { what: '9 left' });
    await library.choose('Empty the bin', '.hints');
    await library.choose('Delete for good', '.hints');
    await library.says('The bin is empty: 9 papers are gone for good.', '.bars');
    await library.press('Escape');
    await library.says('Nothing here', '.found');
    await library.goTo('All');
    await library.counts('3 papers');
    expect(await probe.inconsistencies()).toEqual([]);
  });

  test('papers are snoozed and wake, wait in an order of their own, and are taken along', async () => {
    await probe.fill(8);
    const library = await open();
    await library.counts('8 papers');
    await library.press('j', '1');
    const { id } = await library.isAt('1 of 8');
    await click(library.page, '.pane [data-action="snooze"]');
    await library.choose('For a week', '.snooze');
    await library.says('Snoozed', '.bars');
    await library.goTo('Snoozed');
    await library.counts('1 of 8');
    await probe.snoozeUntilNow(id);
    await library.says('Nothing here', '.found');
    expect((await probe.counted()).snoozed).toBeUndefined();
    await library.goTo('All');
    await library.counts('8 papers');
    for (const key of ['j', 'q', 'j', 'q', 'j', 'q']) await library.press(key);
    await waitUntil(async () => (await library.words('.side')).includes('Read next3'), {
      what: 'three',
    });
    await library.press('g', 'q');
    await library.counts('3 of 8');
    const queued = (await library.rows()).map((row) => row.id);
    await library.press('j', 'Shift+J');
    await waitUntil(async () => (await library.rows())[1]?.id === queued[0], { what: 'its place' });
    await library.isAt('2 of 3');
    await library.page.evaluate(() => {
      navigator.clipboard.write = async ([item]) => {
        const blob = await item?.getType('text/plain');
        document.body.dataset.copied = await blob?.text();
      };
      navigator.clipboard.writeText = async (text) => {
        document.body.dataset.copied = text;
      };
    });
    await library.selectAll('3');
    await library.page.select('.bulk select', 'links');
    await library.says('Copied 3 papers', '.bars');
    const copied = await library.page.evaluate(() => document.body.dataset.copied ?? '');
    expect(copied.split('\n').filter((line) => line.startsWith('https://'))).toHaveLength(3);
    await library.page.evaluate(() => {
      const create = URL.createObjectURL;
      URL.createObjectURL = (blob) => {
        if (blob instanceof Blob)
          void blob.text().then((text) => {
            document.body.dataset.file = text;
          });
        return create(blob);
      };
    });
    await library.page.select('.bulk select', 'json');
    await library.says('Downloaded 3 papers', '.bars');
    const file = await library.page.evaluate(() => document.body.dataset.file ?? '');
    for (const paper of queued) expect(file).toContain(paper);
    expect(await probe.inconsistencies()).toEqual([]);
  });
});
