import { beforeEach, expect, test } from 'vitest';
import type { Paper } from '../../papers/paper';
import { paperOf } from '../../sites/huggingface/entry';
import { papersOf } from '../fixtures/papers';
import { axe, click } from './harness/page';
import { forEachBrowser, useHarness } from './harness/suite';
import { waitUntil } from './harness/wait';
import { FixtureDigest } from './pages/fixture-page';
import { LibraryPage } from './pages/library-page';
import { PageBar } from './pages/page-bar';
import { PopupPage } from './pages/popup-page';
import { Probe } from './pages/probe';

const paper = (at: number, more: Partial<Paper>): Paper => ({
  id: `arxiv:2603.0000${at}`,
  title: `Paper number ${at}`,
  authors: ['Ada Lovelace', 'Émile Borel'],
  ...more,
});
const papers = [
  paper(1, { organization: 'ByteDance', codeUrl: 'https://github.com/pytorch/vision' }),
  paper(2, { title: 'Fast 3D Gaussian splatting' }),
  paper(3, { organization: 'ByteDance', title: 'A 3D Gaussian of our own' }),
  paper(4, { authors: ['A. Lovelace'] }),
];

forEachBrowser((name) => {
  const harness = useHarness(name);
  let probe: Probe;

  beforeEach(async () => {
    await harness.session.closePages();
    probe = await Probe.open(harness.session);
    await probe.empty();
    await probe.sight(papers);
  });

  test('a rule is made from a paper, and its papers say why they are marked', async () => {
    const popup = await PopupPage.open(harness.session);
    await popup.goTo('New');
    await popup.lists(4);
    await popup.toggle('Paper number 1');
    await click(popup.page, '.rule-menu summary');
    await popup.press('Follow ByteDance');
    await popup.says('Rule kept: ByteDance');
    await popup.says('Following ByteDance');
    const marked = () =>
      popup.page.$$eval('[data-paper]:has(.reason)', (rows) =>
        rows.map(
          (row) => `${row.getAttribute('data-paper')} ${row.querySelector('.reason')?.textContent}`,
        ),
      );
    await waitUntil(async () => (await marked()).length === 2, { what: 'two marked papers' });
    expect(await marked()).toContain('arxiv:2603.00003 Follow: ByteDance');
    await popup.page.$eval('[name="mute-phrase"]', (node) => (node as HTMLInputElement).select());
    await popup.page.type('[name="mute-phrase"]', '3D gaussian');
    await popup.press('Mute');
    await popup.says('1 muted paper · Show');
    await popup.lists(3);
    await click(popup.page, '.muted > button');
    await popup.lists(4);
    await popup.says('Muted: “3D gaussian”');
    expect(await axe(popup.page)).toEqual([]);
    expect(await probe.inconsistencies()).toEqual([]);
  });

  test('a rule is tried, kept, changed, and deleted with a way back', async () => {
    const library = await LibraryPage.open(harness.session, '?view=rules');
    await library.says('No rules yet');
    await library.choose('New rule');
    await library.page.type('[name="rule-value"]', 'Lovelace, Ada');
    await library.choose('Try it', '.rule-form');
    await library.says('it would have marked 4 papers', '.outcome');
    await library.choose('Follow', '.rule-form');
    await library.choose('Mute', '.rule-form');
    await library.page.select('[name="rule-subject"]', 'phrase');
    await library.page.$eval('[name="rule-value"]', (node) => (node as HTMLInputElement).select());
    await library.page.type('[name="rule-value"]', '3D gaussian');
    await library.choose('Try it', '.rule-form');
    await library.says('it would have muted 2 papers', '.outcome');
    await library.choose('See them', '.outcome');
    await library.says('Fast 3D Gaussian splatting', '.outcome');
    expect(await probe.counted()).toMatchObject({ new: 4 });
    await library.choose('Keep this rule', '.rule-form');
    await library.says('2 papers in 30 days', '.rules');
    await library.says('2 muted papers', '.muted');
    await library.choose('New rule');
    await library.page.type('[name="rule-value"]', ',');
    await library.choose('Keep this rule', '.rule-form');
    await library.says('Write what to look for', '.outcome');
    for (const dark of [true, false]) {
      await harness.session.setDark(library.page, dark);
      expect(await axe(library.page)).toEqual([]);
    }
    await library.choose('Delete the rule: “3D gaussian”');
    await library.says('Rule deleted: “3D gaussian”', '.bars');
    await library.lacks('.muted');
    await library.choose('Undo', '.bars');
    await library.says('2 muted papers', '.muted');
    expect(await probe.inconsistencies()).toEqual([]);
  });

  test('a page tells what is followed, and folds what is muted without a hole', async () => {
    await probe.empty();
    const digest = await FixtureDigest.serve(harness.site, harness.session);
    await digest.hydrates();
    await digest.controlsMoveIn();
    const { page } = digest;
    const bar = new PageBar(page);
    await bar.says('24 new of 24');
    const listed = papersOf('2026-03-27').flatMap((entry) => paperOf(entry) ?? []);
    const { id, organization = '' } = listed.find((paper) => paper.organization) ?? { id: '' };
    const followed = listed.filter((paper) => paper.organization === organization);
    await digest.reads(id);
    await page.evaluate(pressEverything);
    await bar.follow('organization');
    await bar.tells('notice', `Rule kept: ${organization}`);
    const marked = Object.fromEntries(
      followed.map((paper) => [paper.id, `Follow: ${organization}`]),
    );
    await waitUntil(async () => Object.keys(await digest.marks()).length > 0, { what: 'marks' });
    expect(await digest.marks()).toEqual(marked);
    for (const dark of [true, false]) {
      await harness.session.setDark(page, dark);
      expect(await axe(page, ['offprint-bar', 'offprint-card'])).toEqual([]);
    }
    await bar.press('close');

    const other = listed.findLast((paper) => paper.organization !== organization);
    const author = other?.authors?.[0] ?? '';
    await probe.rule({ effect: 'mute', subject: 'author', value: author });
    const counts = await probe.news();
    const rest = 24 - counts.muted;
    expect(counts.muted).toBeGreaterThan(0);
    expect(counts.new).toBe(rest);
    await bar.tells('muted', `${counts.muted} muted paper`);
    await bar.says(`${rest} new of 24`);
    const isFollowed = (words: string) => words.startsWith('Follow');
    expect(Object.values(await digest.marks()).filter(isFollowed)).toHaveLength(counts.followed);
    expect(await page.evaluate(rowsOfCards)).toBe(Math.ceil(rest / 3));
    await bar.answer('muted');
    await waitUntil(async () => other && (await digest.marks())[other.id], { what: 'its card' });
    expect((await digest.marks())[other?.id ?? '']).toMatch(`Muted: author named ${author}`);
    expect(await page.evaluate(rowsOfCards)).toBe(8);
    expect(await digest.damage()).toMatchObject({ mismatches: 0, lostArticles: 0 });
    expect(await probe.inconsistencies()).toEqual([]);
  });
});

/** What a script of the page can do to the bar. Runs in the page. */
function pressEverything(): void {
  const root = document.querySelector('offprint-bar')?.shadowRoot;
  for (const button of root?.querySelectorAll('button') ?? []) {
    button.click();
    button.dispatchEvent(new MouseEvent('click', { bubbles: true, composed: true }));
  }
}

/** In how many rows the cards stand that can be seen. Runs in the page. */
function rowsOfCards(): number {
  const cards = [...document.querySelectorAll('article')].filter(
    ({ offsetWidth }) => offsetWidth > 0,
  );
  return new Set(cards.map((card) => Math.round(card.getBoundingClientRect().top))).size;
}
