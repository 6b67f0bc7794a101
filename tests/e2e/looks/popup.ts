import { paperOf } from '../../../sites/huggingface/entry';
import { papersOf, special } from '../../fixtures/papers';
import { click } from '../harness/page';
import type { Harness } from '../harness/suite';
import { FixtureDigest } from '../pages/fixture-page';
import { PopupPage } from '../pages/popup-page';
import { Probe } from '../pages/probe';
import { Store } from '../pages/store';
import { askNothing, listOf, papersOn, tellLists } from '../pages/told-lists';
import { type Look, popupSizes } from './look';

/** Papers whose titles are long, are formulas, run from right to left, or have a crowd of authors. */
const odd = [special.long, special.tex, special.arabic, special.crowd].map((id) => {
  const entry = papersOf('2026-03-27').find(({ paper }) => paper.id === id);
  const paper = entry && paperOf(entry);
  if (!paper) throw new Error(`There is no ${id}`);
  return paper;
});
const titleAt = (at: number) => odd[at]?.title?.slice(0, 20) ?? '';

/** How many papers each of the last days has, the first of them today. */
const days = [4, 3, 3, 2, 2, 2];

async function someNews({ session }: Harness): Promise<void> {
  await askNothing(session);
  const lists = days.map((count, ago) => listOf(ago, papersOn(ago, count)));
  await tellLists(session, lists);
  const probe = await Probe.open(session);
  const [followed, muted] = papersOn(1, 2).map(({ title = '' }) => title);
  await probe.rule({ effect: 'follow', subject: 'phrase', value: followed ?? '' });
  await probe.rule({ effect: 'mute', subject: 'phrase', value: muted ?? '' });
}

/** Opens the paper at a place of `odd` in place of the one before. */
const opened =
  (at: number): Look['states'][string] =>
  async (page) => {
    const popup = new PopupPage(page);
    await popup.toggle(titleAt(at));
    await popup.page.waitForSelector(`[data-paper="${odd[at]?.id}"] .body`);
  };

export const popupLooks: readonly Look[] = [
  {
    name: 'popup, empty',
    laidOutBy: 'chromium',
    page: 'popup.html',
    sizes: popupSizes,
    seed: ({ session }) => askNothing(session),
    states: {
      saved: (page) => new PopupPage(page).says('Nothing saved yet'),
      new: async (page) => {
        const popup = new PopupPage(page);
        await popup.goTo('New');
        await popup.says('Offprint does not look for new papers by itself.');
      },
    },
  },
  {
    name: 'popup, odd papers',
    page: 'popup.html',
    sizes: popupSizes,
    readBy: 'both',
    seed: async ({ session }) => {
      const tags = [['agents', 'a'.repeat(100)], ['x/'.repeat(20)], ['مراجعة'], []];
      const probe = await Probe.open(session);
      await probe.save(odd, tags);
      const id = odd[0]?.id ?? '';
      await new Store(session).keepList({ id: 'one', name: 'N'.repeat(60), query: id });
    },
    states: {
      list: (page) => new PopupPage(page).lists(odd.length),
      long: opened(0),
      tex: opened(1),
      arabic: opened(2),
      crowd: opened(3),
    },
  },
  {
    name: 'popup, many papers',
    page: 'popup.html',
    sizes: popupSizes,
    seed: async ({ session }) => (await Probe.open(session)).fill(15),
    states: {
      list: (page) => new PopupPage(page).says('Unread'),
      search: async (page) => {
        const popup = new PopupPage(page);
        await popup.search('colour:red learning');
        await popup.says('Search has no “');
      },
      nothing: async (page) => {
        const popup = new PopupPage(page);
        await popup.search('learnign');
        await popup.says('Did you mean');
      },
    },
  },
  {
    name: 'popup, news and the morning digest',
    page: 'popup.html',
    sizes: popupSizes,
    readBy: 'both',
    seed: someNews,
    states: {
      news: async (page) => {
        const popup = new PopupPage(page);
        await popup.goTo('New');
        await popup.says('new · 6 days');
        await popup.says('so far today, and the list is still filling');
        await popup.says('Most upvoted on');
      },
      rules: async (page) => {
        const popup = new PopupPage(page);
        await click(page, '.muted > button');
        await popup.says('You mute “');
        await click(page, '[data-paper] [data-action="open"]');
        await click(page, '.rule-menu summary');
      },
      keys: async (page) => {
        await page.keyboard.press('Escape');
        await page.focus('[data-paper] [data-action="open"]');
        await page.keyboard.press('?');
        await new PopupPage(page).says('Follow or mute');
      },
    },
  },
  {
    name: 'popup, taking a paper along',
    laidOutBy: 'chromium',
    page: 'popup.html',
    sizes: popupSizes,
    seed: async ({ session }) => (await Probe.open(session)).save(odd.slice(0, 1)),
    states: {
      cited: async (page) => {
        const popup = new PopupPage(page);
        await popup.toggle(titleAt(0));
        await page.waitForSelector('.cite');
        await click(page, '[data-action="cite"]');
        await popup.says('Copied (BibTeX)');
      },
      window: async (page) => {
        await click(page, '[data-paper] [data-action="export"]');
        await page.waitForSelector('.export');
      },
    },
  },
  {
    name: 'popup, beside a digest',
    page: 'popup.html',
    sizes: popupSizes,
    seed: ({ site, session }) => FixtureDigest.serve(site, session),
    states: {
      new: async (page) => {
        const popup = new PopupPage(page);
        await popup.goTo('New');
        await popup.says('24 new · 24 papers on this page');
        await popup.press('Decide on all…');
        await popup.says('24 undecided papers on this page');
        await popup.press('Save all 24 papers');
        await popup.says('Save 24 papers to your list?');
        await popup.press('Cancel');
        await popup.press('Dismiss all 24 undecided papers');
        await popup.says('Undo');
      },
    },
  },
  {
    name: 'popup, beside a paper’s own page',
    page: 'popup.html',
    sizes: popupSizes,
    seed: async ({ site, session }) => {
      await (await Probe.open(session)).fill(15);
      site.page('arxiv.org', '/pdf/2603.00042', '<title>Sparse attention for long videos</title>');
      await session.open('https://arxiv.org/pdf/2603.00042');
    },
    states: {
      unknown: (page) => new PopupPage(page).says('Sparse attention for long videos'),
      saved: async (page) => {
        await click(page, '.pinned [data-action="save"]');
        await page.waitForSelector('.pinned textarea');
      },
    },
  },
  {
    name: 'popup, beside a page that yields nothing',
    laidOutBy: 'chromium',
    page: 'popup.html',
    sizes: popupSizes,
    seed: async ({ site, session }) => {
      site.page('huggingface.co', '/papers/date/2026-03-27', '<h1>Daily Papers</h1>');
      await session.open('https://huggingface.co/papers/date/2026-03-27');
    },
    states: { problem: (page) => new PopupPage(page).says('no papers') },
  },
];
