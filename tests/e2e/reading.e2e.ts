import { expect, test } from 'vitest';
import { axe, click, find } from './harness/page';
import { forEachBrowser, useHarness } from './harness/suite';
import { waitUntil } from './harness/wait';
import { FixtureDigest } from './pages/fixture-page';
import { PageBar } from './pages/page-bar';
import { Store } from './pages/store';

forEachBrowser((name) => {
  const harness = useHarness(name);

  async function open() {
    const digest = await FixtureDigest.serve(harness.site, harness.session);
    await digest.hydrates();
    await digest.controlsMoveIn();
    const [first, second, third] = await digest.papers();
    if (!first || !second || !third) throw new Error('The digest is empty');
    const { page } = digest;
    const store = new Store(harness.session);
    return { digest, page, first, second, third, store, bar: new PageBar(page) };
  }

  test('saves, tags and notes a paper from its card with three clicks, or four keys', async () => {
    const { digest, page, first, second, third, store, bar } = await open();
    const isKept = async (id: string, tag: string, note: string) =>
      waitUntil(
        async () => {
          const [unread, tags] = [await store.papersIn('unread'), await store.tagsOf(id)];
          return unread.includes(id) && tags.includes(tag) && (await store.noteOf(id)) === note;
        },
        { what: `${id} to be saved with its words` },
      );

    let clicks = 0;
    const clickOn = async (action: string) => {
      await click(page, `offprint-card[data-paper="${first.id}"] >>> [data-action="${action}"]`);
      clicks += 1;
    };
    let keys = 0;
    const press = async (key: string) => {
      await page.keyboard.press(key as 'Enter');
      keys += 1;
    };
    await clickOn('save');
    await digest.shows(first.id, 'unread');
    await clickOn('status');
    await clickOn('tag');
    await bar.writes('tag-field');
    await page.keyboard.type('rl');
    await page.keyboard.press('Enter');
    await bar.tells('notice', 'Tagged 1 paper “rl”');
    await page.keyboard.press('Enter');
    await bar.writes('note');
    await page.keyboard.type('Ask Lin');
    await isKept(first.id, 'rl', 'Ask Lin');
    expect(clicks).toBeLessThanOrEqual(3);
    for (const dark of [false, true]) {
      await harness.session.setDark(page, dark);
      expect(await axe(page, ['offprint-bar', 'offprint-card'])).toEqual([]);
    }
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    await bar.reads(undefined);

    await bar.answer('offer');
    await page.keyboard.press('j');
    // The paper is saved with its first tag.
    await press('t');
    await bar.reads(second.title);
    await bar.writes('tag-field');
    await page.keyboard.type('vision');
    await press('Enter');
    await digest.shows(second.id, 'unread');
    await press('Enter');
    await bar.writes('note');
    await page.keyboard.type('jxs');
    await isKept(second.id, 'vision', 'jxs');
    expect(keys).toBeLessThanOrEqual(4);
    await page.keyboard.press('Escape');
    await page.keyboard.press('j');
    await bar.reads(third.title);
    expect(await bar.columnText()).toContain('Abstract');
    await page.keyboard.press('x');
    await digest.shows(third.id, 'dismissed');
    await page.keyboard.press('Escape');
    await bar.reads(undefined);
    expect(await store.disagreements()).toEqual([]);
  });

  test('a click right after a save presses nothing, and nothing has moved', async () => {
    const { digest, page, first, bar } = await open();
    const control = `offprint-card[data-paper="${first.id}"] >>> `;
    const save = await find(page, `${control}[data-action="save"]`);
    const before = await bar.places(first.id);
    const box = await save.boundingBox();
    if (!box) throw new Error('There is no button');
    const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
    await page.bringToFront();
    await page.mouse.click(x, y);
    await page.mouse.click(x, y);
    await digest.shows(first.id, 'unread');
    expect(await page.$(`${control}[role="menu"]`)).toBeNull();
    expect(await bar.places(first.id)).toEqual(before);
  });
});
