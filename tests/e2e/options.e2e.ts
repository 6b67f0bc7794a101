import type { Page } from 'puppeteer-core';
import { expect, test } from 'vitest';
import { todaysPage } from '../fixtures/recent';
import { forEachBrowser, useHarness } from './harness/suite';
import { waitUntil } from './harness/wait';
import { FixtureDigest } from './pages/fixture-page';
import { OptionsPage } from './pages/options-page';
import { PopupPage } from './pages/popup-page';
import { Probe } from './pages/probe';
import { Store } from './pages/store';

const backgroundOf = (page: Page) =>
  page.evaluate(() => getComputedStyle(document.body).backgroundColor);
const darkest = 'rgb(27, 25, 23)';

forEachBrowser((name) => {
  const harness = useHarness(name);

  /** A digest whose first paper is saved. */
  async function serve() {
    const { site, session } = harness;
    const digest = await FixtureDigest.serve(site, session, todaysPage(24));
    const [paper, other] = await digest.papers();
    if (!paper || !other) throw new Error('The digest is empty');
    const probe = await Probe.open(session);
    await probe.save([{ id: paper.id, title: paper.title }], [['agents']]);
    await digest.shows(paper.id, 'unread');
    return { digest, probe, paper, other };
  }

  test('the badge, the controls and the theme are as the reader chose, at once and from then on', async () => {
    const { session } = harness;
    const { digest, paper, other } = await serve();
    const query = `${paper.id} OR ${other.id}`;
    await new Store(session).keepList({ id: 'mine', name: 'My two', query });
    await session.badgeShows('1');
    const options = await OptionsPage.open(session);
    await options.choose('new');
    await session.badgeShows('23');
    expect((await session.badge()).title).toMatch(/^Offprint: 23 new\b/);
    await options.says('Papers in “My two”');
    await options.choose('list:mine');
    await session.badgeShows('2');
    await options.choose('none');
    await session.badgeShows('');
    await options.choose('unread');
    await session.badgeShows('1');

    await options.choose('huggingface/day');
    await waitUntil(async () => (await digest.page.$('offprint-card')) === null, {
      what: 'the controls to go',
    });
    expect(await digest.page.$('[data-offprint]')).toBeNull();
    await options.choose('huggingface/day');
    await digest.isMarked();

    await options.choose('quiet-hours');
    await options.chooseHour('Ask nothing until', 6);
    await options.choose('dark');
    await waitUntil(async () => (await backgroundOf(options.page)) === darkest, {
      what: 'the dark theme',
    });
    // Before the first paint: the popup itself has not read the options yet.
    const popup = await PopupPage.open(session);
    expect(await popup.page.evaluate(() => document.documentElement.dataset.theme)).toBe('dark');
    expect(await backgroundOf(popup.page)).toBe(darkest);
    const again = await OptionsPage.open(session);
    expect(await again.chosen('theme')).toBe('dark');
    expect(await again.hour('Ask nothing from')).toBe(22);
    expect(await again.hour('Ask nothing until')).toBe(6);
    await again.choose('auto');
    await waitUntil(async () => (await backgroundOf(again.page)) !== darkest, {
      what: 'the light theme',
    });
  });

  test('everything can be downloaded, deleted and restored, from a backup of our own as well', async () => {
    const { session } = harness;
    const { digest, probe, paper } = await serve();
    const options = await OptionsPage.open(session);
    await options.says('1 paper is saved.');
    const file = await options.download();
    await options.press('Back up now');
    await options.says('Offprint made a backup just now.');

    await options.typeCount('23');
    expect(await options.canDelete()).toBe(false);
    await options.page.keyboard.press('Backspace');
    await options.page.keyboard.type('4');
    expect(await options.canDelete()).toBe(true);
    await options.press('Delete everything');
    await session.badgeShows('');
    await digest.shows(paper.id, 'new');
    await options.says('No backup yet');
    await options.give(Buffer.from('?'));
    await options.says('This file was not restored');
    await options.give(file.subarray(0, file.length / 2));
    await options.says('The file is cut off.');
    await options.press('Cancel');
    expect((await probe.counted()).unread).toBeUndefined();
    await options.give(file);
    await options.says('24 papers');
    await options.press('Restore');
    await session.badgeShows('1');
    await digest.shows(paper.id, 'unread');
    expect(await probe.counted()).toMatchObject({ unread: 1, '#agents': 1 });
    expect(await probe.inconsistencies()).toEqual([]);
    await options.press('Back up now');
    await options.says('Offprint made a backup just now.');
    await options.press('1 backup is kept');
    await options.press('Restore …');
    await options.says('This file holds 24 papers.');
    await options.press('Cancel');
  });
});
