import type { Page } from 'puppeteer-core';
import { beforeEach, expect, test } from 'vitest';
import { fillLibrary } from '../../scripts/library/fill';
import { everythingMet } from '../../scripts/library/reader';
import { axe, click } from './harness/page';
import { forEachBrowser, useHarness } from './harness/suite';
import { waitUntil } from './harness/wait';
import { LibraryPage } from './pages/library-page';
import { Probe } from './pages/probe';

const widths = [320, 360, 720, 1024, 1280, 2560];
const odd = [
  { id: 'arxiv:2603.00001', title: 'Towards '.repeat(120).trim(), authors: ['A'.repeat(300)] },
  { id: 'arxiv:2603.00002', title: `${'Unbreakable'.repeat(60)}`, organization: 'O'.repeat(200) },
  { id: 'arxiv:2603.00003', title: 'التعلم العميق في معالجة الصور واللغة: دراسة شاملة' },
  { id: 'doi:10.1145/3292500.3330701' },
  { id: `url:https://example.org/${'long/'.repeat(40)}`, authorCount: 16 },
];

/** What of the page reaches beyond the window's sides. Runs in the page. */
function sticksOut(): string[] {
  const wide = document.documentElement.scrollWidth > innerWidth ? ['the page'] : [];
  const scrolled = [...document.querySelectorAll('.scroller, .reading, .other, .side')]
    .filter((part) => part.scrollWidth > part.clientWidth + 1)
    .map((part) => `what is in .${part.className}`);
  const buttons = [
    ...document.querySelectorAll('.found button, .found select, .pane button, .other button'),
  ]
    .filter(
      (button) => button.checkVisibility() && button.getBoundingClientRect().right > innerWidth + 1,
    )
    .map((button) => button.outerHTML.slice(0, 80));
  return [...wide, ...scrolled, ...buttons];
}

forEachBrowser((name) => {
  const harness = useHarness(name);
  const open = (address = '') => LibraryPage.open(harness.session, address);
  let probe: Probe;

  async function expectRoom(page: Page, what: string): Promise<void> {
    for (const width of widths) {
      await page.setViewport({ width, height: 800 });
      expect(await page.evaluate(sticksOut), `${what} at ${width}`).toEqual([]);
    }
    await page.setViewport({ width: 1280, height: 900 });
  }

  async function expectReadable(page: Page, what: string): Promise<void> {
    // The colours of the dark theme are the same in both browsers.
    for (const dark of name === 'chromium' ? [true, false] : [false]) {
      await harness.session.setDark(page, dark);
      expect(await axe(page), `${what}, dark: ${dark}`).toEqual([]);
    }
  }

  beforeEach(async () => {
    await harness.session.closePages();
    probe = await Probe.open(harness.session);
    await probe.empty();
  });

  test('every view is readable by everybody, and nothing sticks out', {
    timeout: 180_000,
  }, async () => {
    const library = await open();
    const check = async (what: string) => {
      await expectReadable(library.page, what);
      await expectRoom(library.page, what);
    };
    await library.says('Nothing saved yet');
    await check('empty');
    await library.goTo('Statistics');
    await library.says('Nothing to show yet');
    await check('empty statistics');
    await fillLibrary(harness.session, { seed: 3, count: 400, mix: everythingMet });
    await library.page.bringToFront();
    await library.goTo('All');
    await library.says(' papers', '.toolbar p');
    await library.press('j');
    await library.says('Abstract', '.pane');
    await check('list and pane');
    await library.press('x');
    await library.choose('Tag …', '.bulk');
    await library.search('learning colour:red');
    await library.says('is no operator');
    await library.choose('Keep as a list', '.toolbar');
    await check('search and form');
    await library.goTo('Unread');
    await library.press('Control+a');
    await library.choose('Tag …', '.bulk');
    await check('bulk bar');
    await click(library.page, '[data-bulk="star"]');
    await library.says('Starred', '.bars');
    await library.press('?');
    await library.says('next paper', 'dialog');
    await check('keys');
    await library.press('Escape');
    for (const view of ['Follow rules', 'Tags', 'Statistics', 'What you did', 'Bin']) {
      await library.goTo(view);
      await library.says(view === 'Bin' ? 'Empty the bin' : view, '.found');
      await check(view);
    }
  });

  test('papers of every odd kind have room, and the side panel leads to the lists', async () => {
    await probe.save(odd, [['a'.repeat(100)], ['x/'.repeat(20)], ['مراجعة'], [], []]);
    const library = await open();
    await library.counts('5 papers');
    await expectRoom(library.page, 'the list');
    for (const { id } of odd) {
      await library.press('j');
      await waitUntil(() => library.page.$('.pane'), { what: `the pane of ${id}` });
      await expectRoom(library.page, id);
    }
    await library.page.setViewport({ width: 360, height: 800 });
    await library.choose('Back to the list', '.pane');
    await library.lacks('.has-paper');
    await library.choose('Lists', '.toolbar');
    await library.goTo('Unread');
    await library.counts('5 papers');
    await library.lacks('.has-lists');
  });

  test('bad searches are answered', async () => {
    await probe.save(odd);
    const library = await open();
    for (const words of ['x'.repeat(10_000), '"', '[(*+?\\', '!!! ???', '-', 'OR', 'tag:', 'is:']) {
      const address = `?q=${encodeURIComponent(words)}`;
      await library.page.evaluate((to) => {
        history.pushState(null, '', to);
        dispatchEvent(new PopStateEvent('popstate'));
      }, address);
      await waitUntil(
        async () =>
          (await library.query()) === words &&
          /^(0 of 5|5 papers)$/.test(await library.words('.toolbar p')),
        { what: `an answer to ${words.slice(0, 20)}` },
      );
    }
    await library.search('federated');
    await library.says('No match');
  });

  test('a note of a megabyte is kept, one beyond the limit is refused in words', async () => {
    await probe.save(odd);
    const library = await open();
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
    await probe.save(odd);
    const library = await open();
    await library.counts('5 papers');
    await harness.session.inExtension(async () => {
      const request = indexedDB.deleteDatabase('offprint');
      await new Promise((resolve, reject) => {
        request.onsuccess = resolve;
        request.onerror = reject;
      });
    });
    await library.goTo('Read');
    await probe.save(odd.slice(0, 2));
    await library.goTo('All');
    await library.counts('2 papers');
    await library.press('j', 'f');
    await library.says('Starred', '.bars');
    expect(await probe.counted()).toEqual({ unread: 2, starred: 1 });
    expect(await probe.inconsistencies()).toEqual([]);
  });
});
