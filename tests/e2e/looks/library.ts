import type { Page } from 'puppeteer-core';
import type { Paper } from '../../../papers/paper';
import { fillLibrary } from '../../../scripts/library/fill';
import { everythingMet } from '../../../scripts/library/reader';
import { click } from '../harness/page';
import type { Session } from '../harness/session';
import { waitUntil } from '../harness/wait';
import { LibraryPage } from '../pages/library-page';
import { Probe } from '../pages/probe';
import { type Look, pageSizes } from './look';

/** Papers that are hard to find room for. */
const oddPapers: readonly Paper[] = [
  { id: 'arxiv:2603.00001', title: 'Towards '.repeat(120).trim(), authors: ['A'.repeat(300)] },
  { id: 'arxiv:2603.00002', title: 'Unbreakable'.repeat(60), organization: 'O'.repeat(200) },
  { id: 'arxiv:2603.00003', title: 'التعلم العميق في معالجة الصور واللغة: دراسة شاملة' },
  { id: 'doi:10.1145/3292500.3330701' },
  { id: `url:https://example.org/${'long/'.repeat(40)}`, authorCount: 16 },
];
const oddTags = [['a'.repeat(100)], ['x/'.repeat(20)], ['مراجعة'], [], []];

type Step = Look['states'][string];

const on =
  (work: (library: LibraryPage) => Promise<unknown>): Step =>
  (page: Page, session: Session) =>
    work(new LibraryPage(page, session));

const view = (name: string): Step =>
  on(async (library) => {
    await library.goTo(name);
    await library.says(name === 'Bin' ? 'Empty the bin' : name, '.found');
  });

const mixed: Look['seed'] = ({ session }) =>
  fillLibrary(session, { seed: 3, count: 60, mix: { ...everythingMet, deleted: 5 } });

const nextPaper = on(async (library) => {
  const open = () =>
    library.page.evaluate(() => document.querySelector<HTMLElement>('.pane')?.dataset.open);
  const before = await open();
  await library.press('j');
  await waitUntil(async () => (await open()) !== before, { what: 'another pane' });
});

export const libraryLooks: readonly Look[] = [
  {
    name: 'library, empty',
    laidOutBy: 'chromium',
    page: 'library.html',
    sizes: pageSizes,
    states: {
      list: on((library) => library.says('Nothing saved yet')),
      statistics: on(async (library) => {
        await library.goTo('Statistics');
        await library.says('Nothing to show yet');
      }),
      rules: on(async (library) => {
        await library.goTo('Follow rules');
        await library.says('No rules yet');
      }),
    },
  },
  {
    name: 'library, lists',
    page: 'library.html',
    sizes: pageSizes,
    readBy: 'both',
    seed: mixed,
    states: {
      'list and pane': on(async (library) => {
        await library.goTo('All');
        await library.says(' papers', '.toolbar p');
        await library.press('j');
        await library.says('Abstract', '.pane');
      }),
      'tags to choose': on(async (library) => {
        await library.press('t');
        await library.focuses('input[name="tag"]');
        await library.page.keyboard.type('e');
        await library.says('Create “#e”', '.pane');
        await library.press('Escape', 'Escape', 'Escape');
      }),
      undecided: on(async (library) => {
        await library.goTo('Undecided');
        await library.says('papers', '.toolbar p');
        await library.press('Control+a');
        await library.says('Later', '.bulk');
        await library.goTo('All');
        await library.press('j');
      }),
      'search and forms': on(async (library) => {
        await library.press('v');
        await library.choose('Tag …', '.bulk');
        await library.search('learning colour:red');
        await library.says('Search has no “');
        await library.choose('Keep as a list', '.toolbar');
      }),
      'bulk bar': on(async (library) => {
        await library.goTo('Unread');
        await library.press('Control+a');
        await library.choose('Tag …', '.bulk');
      }),
      keys: on(async (library) => {
        await library.press('Escape');
        await library.lacks('.bulk input');
        await click(library.page, '[data-bulk="star"]');
        await library.says('Starred', '.bars');
        await library.press('?');
        await library.says('Next paper', 'dialog');
      }),
    },
  },
  {
    name: 'library, views',
    page: 'library.html?view=tags',
    sizes: pageSizes,
    seed: async (harness) => {
      await mixed?.(harness);
      const probe = await Probe.open(harness.session);
      await probe.recordSighting([{ id: 'arxiv:2603.00001', title: 'Fast 3D Gaussian splatting' }]);
      await probe.rule({ effect: 'follow', subject: 'phrase', value: 'learning', tags: ['ml'] });
      await probe.rule({ effect: 'mute', subject: 'phrase', value: 'policy' });
      await probe.save([
        { id: 'doi:10.1145/3592433', title: 'Fast 3D Gaussian Splatting', authors: ['A. Kerbl'] },
        { id: `url:https://example.org/${'long/'.repeat(20)}`, title: 'Unbreakable'.repeat(30) },
        { id: 'openreview:long', title: 'Unbreakable'.repeat(30) },
      ]);
    },
    states: {
      tags: view('Tags'),
      duplicates: on(async (library) => {
        await library.goTo('Duplicates');
        await library.says('2 pairs', '.found');
      }),
      statistics: view('Statistics'),
      'what you did': view('What you did'),
      bin: view('Bin'),
      rules: view('Follow rules'),
      'a rule that is wrong': on(async (library) => {
        await library.choose('New rule');
        await library.page.type('[name="rule-value"]', ',');
        await library.choose('Keep this rule', '.rule-form');
        await library.says('Write what to look for', '.outcome');
      }),
      'a rule that is tried': on(async (library) => {
        await library.page.select('[name="rule-subject"]', 'phrase');
        await library.page.$eval('[name="rule-value"]', (node) =>
          (node as HTMLInputElement).select(),
        );
        await library.page.type('[name="rule-value"]', '3D gaussian');
        await library.choose('Try it', '.rule-form');
        await library.says('it would have marked', '.outcome');
        await library.choose('See them', '.outcome');
      }),
    },
  },
  {
    name: 'library, taking papers along',
    laidOutBy: 'chromium',
    page: 'library.html',
    sizes: pageSizes,
    seed: mixed,
    states: {
      window: on(async (library) => {
        await library.goTo('Unread');
        await library.press('j', 'e');
        await library.says('BibTeX', '.export');
      }),
      'a pattern that is wrong': on(async (library) => {
        await click(library.page, '.export [name="key-pattern"]');
        await library.page.keyboard.type('[nothing]');
        await library.says('There is no part [nothing].', '.export');
      }),
      'a format with less': on(async (library) => {
        await click(library.page, '.export [value="papermemory-list"]');
        await library.says('(not in this format)', '.export');
      }),
    },
  },
  {
    name: 'library, odd papers',
    page: 'library.html',
    sizes: pageSizes,
    readBy: 'nobody',
    seed: async ({ session }) => (await Probe.open(session)).save(oddPapers, oddTags),
    states: {
      list: on((library) => library.counts('5 papers')),
      ...Object.fromEntries([1, 2, 3, 4, 5].map((place) => [`paper ${place}`, nextPaper])),
      'lists in a narrow window': on(async (library) => {
        await library.page.setViewport({ width: 360, height: 800 });
        await library.choose('Back to the list', '.pane');
        await library.lacks('.has-paper');
        await library.choose('Lists', '.toolbar');
        await library.goTo('Unread');
        await library.counts('5 papers');
        await library.lacks('.has-lists');
      }),
    },
  },
];
