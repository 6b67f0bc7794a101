import { expect, test } from 'vitest';
import { todaysPage } from '../fixtures/recent';
import { find } from './harness/page';
import { forEachBrowser, useHarness } from './harness/suite';
import { waitUntil } from './harness/wait';
import { FixtureDigest } from './pages/fixture-page';
import { PopupPage } from './pages/popup-page';
import { Probe } from './pages/probe';
import { Store } from './pages/store';
import { Tabs } from './pages/tabs';

const one = { id: 'arxiv:2603.00001', title: 'Sparse attention' };
const two = { id: 'arxiv:2603.00002', title: 'Dense retrieval' };
const three = { id: 'arxiv:2603.00003', title: 'Sparse video models' };

forEachBrowser((name) => {
  const harness = useHarness(name);
  const openPopup = () => PopupPage.open(harness.session);
  const saved = async (...papers: { id: string; title: string }[]) => {
    const probe = await Probe.open(harness.session);
    await probe.save(papers);
    await harness.session.badgeShows(String(papers.length));
    return probe;
  };

  test('the list is read, sorted out, searched, and gone on with in the library', async () => {
    const { session } = harness;
    const probe = await saved(one, two, three);
    await new Store(session).keepList({ id: 'two', name: 'My two', query: 'sparse' });
    const popup = await openPopup();
    await popup.lists(3);
    expect(await popup.titles()).toEqual([three.title, two.title, one.title]);
    await popup.addTag(one.title, '強化学習');
    await popup.writeNote(one.title, 'Ask about Table 4');
    await popup.setStatus(three.title, 'read');
    await popup.filter('Read 1');
    await popup.listsOnly(three.title);
    await popup.filter('Read 1');
    await popup.search('TABLE 4');
    await popup.listsOnly(one.title);
    await popup.marks(['Table', '4']);
    await popup.search('');
    await popup.lists(3);

    await popup.remove(one.title);
    await popup.lists(2);
    await session.badgeShows('1');
    await popup.undo();
    await popup.lists(3);
    await session.badgeShows('2');
    await popup.hasNote(one.title, 'Ask about Table 4');
    await popup.hasTags(one.title, ['強化学習']);

    await popup.filter('My two 2');
    await popup.lists(2);
    await popup.search('video');
    await popup.listsOnly(three.title);
    await popup.openLibrary();
    await new Tabs(session).showInFront(session.extensionUrl('library.html?q=sparse+video'));
    expect(await probe.inconsistencies()).toEqual([]);
  });

  test('everything is reached by keyboard', async () => {
    await saved(one, two);
    const popup = await openPopup();
    await popup.lists(2);
    const { page } = popup;
    const focuses = (selector: string) =>
      page.evaluate((wanted) => document.activeElement?.matches(wanted), selector);
    await page.focus('#tab-saved');
    await page.keyboard.press('ArrowRight');
    await find(page, '#tab-new[aria-selected=true]');
    expect(await focuses('#tab-new')).toBe(true);
    await page.keyboard.press('ArrowLeft');
    await popup.lists(2);
    await find(page, '[aria-keyshortcuts="/"]');
    await page.keyboard.press('/');
    await waitUntil(() => focuses('[type=search]'), { what: 'the search box to have the focus' });
    await waitUntil(
      async () => {
        await page.keyboard.press('Tab');
        return focuses('li[data-paper] [data-action=open]');
      },
      { what: 'the focus to reach a row' },
    );
    await page.keyboard.press('Enter');
    await find(page, 'li[data-paper] [aria-expanded=true]');
  });

  test('a note that is closed in mid-word has lost at most the last 300 ms', async () => {
    await saved(one);
    const popup = await openPopup();
    await popup.type(one.title, 'note', '');
    const typed: { at: number; length: number }[] = [];
    const due = () => typed.filter(({ at }) => at < Date.now() - 300).at(-1)?.length ?? 0;
    const words = 'the quick brown fox jumps over the lazy dog '.repeat(20);
    for (const [index, letter] of [...words].entries()) {
      await popup.page.keyboard.type(letter);
      typed.push({ at: Date.now(), length: index + 1 });
      if (due() > 10) break;
    }
    const least = due();
    await popup.page.close();
    expect(least).toBeGreaterThan(10);
    const note = (await new Store(harness.session).noteOf(one.id)) ?? '';
    expect(words.startsWith(note)).toBe(true);
    expect(note.length).toBeGreaterThanOrEqual(least);
  });

  test('the papers of the page beside it are decided on, and one that yields none is told', async () => {
    const { site, session } = harness;
    const digest = await FixtureDigest.serve(site, session, todaysPage(24));
    const [first, second] = await digest.papers();
    if (!first || !second) throw new Error('The digest is empty');
    const popup = await openPopup();
    await popup.goTo('New');
    await popup.lists(24);
    await popup.says('24 new · 24 papers on this page');
    await popup.decide(first.id, 'save');
    await popup.lists(23);
    await digest.shows(first.id, 'unread');
    await popup.decide(second.id, 'dismiss');
    await popup.says('22 new · 24 papers on this page');
    await popup.press('Decide on all…');
    await popup.press('Dismiss all 22 undecided papers');
    await popup.lists(0);
    await popup.undo();
    await popup.lists(22);
    expect(await (await Probe.open(session)).inconsistencies()).toEqual([]);

    const { pathname } = new URL(digest.page.url());
    await session.closePages();
    site.page('huggingface.co', pathname, '<h1>Daily Papers</h1>');
    await session.open(`https://huggingface.co${pathname}`);
    await (await openPopup()).says('no papers');
  });

  test('the paper whose page is beside it stands on top, known by its address, and is saved with one key', async () => {
    const { site, session } = harness;
    await saved(one, two);
    site.page('arxiv.org', '/pdf/2603.00003', `<title>${three.title} of today</title>`);
    await session.open('https://arxiv.org/pdf/2603.00003');
    const popup = await openPopup();
    await popup.lists(3);
    expect((await popup.titles())[0]).toBe(`${three.title} of today`);
    await find(popup.page, '[aria-keyshortcuts="/"]');
    await popup.page.keyboard.press('s');
    await find(popup.page, '.pinned textarea');
    await session.badgeShows('3');
  });

  test('a database of a newer version is told in a sentence and left alone', async () => {
    const { session } = harness;
    const newer = 999;
    await session.inExtension(async (version) => {
      const opening = indexedDB.open('offprint', version);
      await new Promise((resolve, reject) => {
        opening.onsuccess = resolve;
        opening.onerror = reject;
      });
      opening.result.close();
    }, newer);
    try {
      await (await openPopup()).says('newer Offprint');
      const version = await session.inExtension(async () => {
        const databases = await indexedDB.databases();
        return databases.find((database) => database.name === 'offprint')?.version;
      });
      expect(version).toBe(newer);
    } finally {
      await session.forgiveProblems();
      await session.closePages();
      await new Store(session).deleteDatabase();
    }
  });
});
