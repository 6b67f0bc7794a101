import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { axe } from './harness/page';
import { forEachBrowser, useHarness } from './harness/suite';
import { waitUntil } from './harness/wait';
import { FixtureDigest } from './pages/fixture-page';
import { OptionsPage } from './pages/options-page';
import { PopupPage } from './pages/popup-page';
import { Store } from './pages/store';

forEachBrowser((name) => {
  const harness = useHarness(name, { fresh: 'store' });
  const serve = () => FixtureDigest.serve(harness.site, harness.session);

  test('the badge counts what the reader chose, at once', async () => {
    const { session } = harness;
    const digest = await serve();
    await digest.save((await digest.papers())[0]?.title ?? '');
    await session.badgeShows('1');
    const options = await OptionsPage.open(session);
    await options.choose('new');
    await session.badgeShows('23');
    expect((await session.badge()).title).toMatch(/^Offprint: 23 new papers\b/);
    await options.choose('none');
    await session.badgeShows('');
    await options.choose('unread');
    await session.badgeShows('1');
  });

  test('the badge may count a smart list, which is named among the choices', async () => {
    const { session } = harness;
    const digest = await serve();
    const [one, two] = await digest.papers();
    if (!one || !two) throw new Error('The digest is empty');
    await digest.save(one.title);
    await new Store(session).keepList({
      id: 'mine',
      name: 'My two',
      query: `${one.id} OR ${two.id}`,
    });
    const options = await OptionsPage.open(session);
    await options.says('Papers in “My two”');
    await options.choose('list:mine');
    await session.badgeShows('2');
    const again = await OptionsPage.open(session);
    expect(await again.chosen('badge')).toBe('list:mine');
  });

  test('a page kind without controls is still read', async () => {
    const digest = await serve();
    const options = await OptionsPage.open(harness.session);
    await options.choose('huggingface/day');
    await waitUntil(async () => (await digest.page.$('offprint-card')) === null, {
      what: 'the controls to go',
    });
    expect(await digest.page.$('[data-offprint]')).toBeNull();
    await options.choose('huggingface/day');
    await digest.isMarked();
  });

  test('the theme is there before the first paint', async () => {
    const { session } = harness;
    const options = await OptionsPage.open(session);
    await options.choose('dark');
    const background = (page: OptionsPage['page']) =>
      page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    await waitUntil(async () => (await background(options.page)) === 'rgb(27, 25, 23)', {
      what: 'the dark theme',
    });
    const popup = await PopupPage.open(session);
    expect(await popup.page.evaluate(() => document.documentElement.dataset.theme)).toBe('dark');
    expect(await background(popup.page)).toBe('rgb(27, 25, 23)');
  });

  test('everything can be downloaded, deleted and restored; a damaged file is refused whole', async () => {
    const { session } = harness;
    const folder = await mkdtemp(join(tmpdir(), 'offprint-backup-'));
    const digest = await serve();
    const paper = (await digest.papers())[0];
    if (!paper) throw new Error('The digest is empty');
    await digest.save(paper.title);
    const popup = await PopupPage.open(session);
    await popup.addTag(paper.title, 'agents');
    const options = await OptionsPage.open(session);
    await options.says('1 paper is saved.');
    const file = await options.download();
    const [good, cut] = [join(folder, 'good.json'), join(folder, 'cut.json')];
    await writeFile(good, file);
    await writeFile(cut, file.slice(0, file.length / 2));

    await options.typeCount('23');
    expect(await options.canDelete()).toBe(false);
    await options.page.keyboard.press('Backspace');
    await options.page.keyboard.type('4');
    expect(await options.canDelete()).toBe(true);
    await options.press('Delete everything');
    await session.badgeShows('');
    await digest.shows(paper.id, 'new');
    await options.restoreFrom(cut);
    await options.says('This file was not restored');
    const store = new Store(session);
    expect(await store.papersIn('unread')).toEqual([]);
    await options.restoreFrom(good);
    await options.says('24 papers');
    await options.press('Merge');
    await session.badgeShows('1');
    await digest.shows(paper.id, 'unread');
    expect(await store.disagreements()).toEqual([]);
    await rm(folder, { recursive: true });
  });

  test('what is asked is told; it can be turned off, or for the night, and the choice is kept', async () => {
    const { session } = harness;
    const options = await OptionsPage.open(session);
    await options.says('https://huggingface.co/api/daily_papers?date=');
    await options.choose('quiet-hours');
    await options.choose('page');
    await options.chooseHour('Ask nothing until', 6);
    const again = await OptionsPage.open(session);
    expect(await again.chosen('seen')).toBe('page');
    expect(await again.hour('Ask nothing from')).toBe(22);
    expect(await again.hour('Ask nothing until')).toBe(6);
    expect(await axe(again.page)).toEqual([]);
    await again.choose('polls');
    await waitUntil(async () => !(await again.words()).includes('Ask nothing at night'), {
      what: 'the quiet hours to go',
    });
  });

  test('axe finds nothing, light and dark, and nothing sticks out at 360 px', async () => {
    const { session } = harness;
    const { page } = await OptionsPage.open(session);
    expect(await axe(page)).toEqual([]);
    await session.setDark(page);
    expect(await axe(page)).toEqual([]);
    await session.setDark(page, false);
    await page.setViewport({ width: 360, height: 640 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
      360,
    );
  });
});
