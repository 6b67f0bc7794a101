import { beforeEach, expect, test } from 'vitest';
import type { Paper } from '../../papers/paper';
import { axe, click } from './harness/page';
import { forEachBrowser, useHarness } from './harness/suite';
import { waitUntil } from './harness/wait';
import { LibraryPage } from './pages/library-page';
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
});
