import { beforeAll, beforeEach, expect, test } from 'vitest';
import { fillLibrary } from '../../scripts/library/fill';
import { click, find } from './harness/page';
import { forEachBrowser, useHarness } from './harness/suite';
import { waitUntil } from './harness/wait';
import { LibraryPage } from './pages/library-page';

forEachBrowser((name) => {
  const harness = useHarness(name);
  const open = (address = '') => LibraryPage.open(harness.session, address);

  beforeAll(() => fillLibrary(harness.session, { seed: 1, count: 1000 }));
  beforeEach(() => harness.session.closePages());

  test('a search narrows as it is typed, marks words and shows the line they stand in', async () => {
    const library = await open();
    await library.counts('1,000 papers');
    const [first] = await library.rows();
    expect(first?.place).toBe('1 of 1,000');
    await library.search('federated');
    await waitUntil(async () => (await library.words('.toolbar p')) !== '1,000 papers', {
      what: 'fewer papers',
    });
    const broad = await library.words('.toolbar p');
    await library.page.keyboard.type(' policy');
    await waitUntil(async () => (await library.words('.toolbar p')) !== broad, {
      what: 'fewer still',
    });
    const rows = (await library.rows()).filter(({ title }) => title);
    expect(rows.length).toBeGreaterThan(3);
    for (const row of rows)
      expect(row.marked.map((word) => word.toLowerCase())).toEqual(
        expect.arrayContaining([expect.stringMatching(/federat|polic/)]),
      );
    expect(rows.some(({ line }) => /federated|policy/i.test(line ?? ''))).toBe(true);
    await library.press('Escape');
    await library.counts('1,000 papers');
  });

  test('a search that is wrong is explained, and a typo offers the word that was meant', async () => {
    const library = await open();
    await library.search('colour:red federated');
    await library.says('“colour:” is no operator');
    await library.search('after:soon');
    await library.says('“soon” is no date');
    await library.search('fedreated');
    await library.says('Did you mean', '.hints');
    expect(await library.words('.found')).toContain('No match');
    await library.choose('federated', '.hints');
    await waitUntil(async () => (await library.query()) === 'federated', { what: 'the word' });
    await library.says(' of 1,000', '.toolbar');
    await library.lacks('.hints');
  });

  test('operators and tags are completed by keys', async () => {
    const library = await open();
    await library.search('is:un');
    await find(library.page, '[role="option"]');
    await library.press('ArrowDown', 'Enter');
    await waitUntil(async () => (await library.query()) === 'is:unread ', { what: 'the status' });
    await library.counts('601 of 1,000');
    await library.page.keyboard.type('tag:résu');
    await library.named('[role="option"] bdi', 'résumé');
    await library.press('ArrowDown', 'Tab');
    await waitUntil(async () => (await library.query()) === 'is:unread tag:résumé ', {
      what: 'the tag',
    });
    await library.press('Enter');
    await waitUntil(async () => (await library.cursor())?.hasFocus, { what: 'the list' });
  });

  test('facets narrow, combine and are taken back, and the counts follow', async () => {
    const library = await open();
    await library.counts('1,000 papers');
    const facet = async (label: string) => {
      const entry = await library.named('.side button.entry', label);
      const count = await entry.$eval('.count [aria-hidden]', (node) => node.textContent ?? '');
      await click(library.page, entry);
      return count;
    };
    const tagged = await facet('thesis');
    await library.counts(`${tagged} of 1,000`);
    const both = await facet('Unread');
    await library.counts(`${both} of 1,000`);
    expect(await library.query()).toBe('is:unread tag:thesis');
    await facet('thesis');
    await library.counts('601 of 1,000');
    await facet('Unread');
    await library.counts('1,000 papers');
    expect(await library.query()).toBe('');
  });

  test('orders sort, and a surprise is the same after a reload', async () => {
    const library = await open('?sort=title');
    await library.counts('1,000 papers');
    const titles = (await library.rows()).map(({ title }) => title);
    const collator = new Intl.Collator('en-GB');
    expect(titles.slice(0, 8)).toEqual(titles.slice(0, 8).sort(collator.compare));
    await library.page.select('.toolbar select', 'random');
    await waitUntil(async () => (await library.rows())[0]?.title !== titles[0], {
      what: 'another',
    });
    const surprise = (await library.rows()).slice(0, 8).map(({ id }) => id);
    await library.reload();
    await library.counts('1,000 papers');
    expect((await library.rows()).slice(0, 8).map(({ id }) => id)).toEqual(surprise);
    await library.page.select('.toolbar select', 'upvotes');
    await waitUntil(async () => (await library.rows())[0]?.id !== surprise[0], { what: 'another' });
    expect(await library.address()).toBe('?sort=upvotes');
  });

  test('every view has an address: back, forward, reload, opened directly', async () => {
    const library = await open();
    await library.goTo('Unread');
    await library.counts('601 of 1,000');
    await library.goTo('Tags');
    await library.says('Tags', 'h1:not(.unseen)');
    await library.goTo('What you did');
    await library.says('What you did', '.other h1');
    await library.page.evaluate(() => history.go(-2));
    await library.counts('601 of 1,000');
    expect(await library.address()).toBe('?q=is:unread');
    await library.page.evaluate(() => history.go(1));
    await library.says('Tags', '.other h1');
    await library.reload();
    await library.says('Tags', '.other h1');
    const direct = await open('?q=is%3Aread&sort=title');
    await direct.counts('306 of 1,000');
    const [row] = await direct.rows();
    await direct.choose(row?.title ?? '', '.rows');
    await direct.isAt('1 of 306');
    await direct.reload();
    await direct.says(row?.title ?? '', '.pane h2');
    await direct.isAt('1 of 306');
  });

  test('the keys move, change and go; positions are told and the focus stays with the cursor', async () => {
    const library = await open();
    await library.counts('1,000 papers');
    await library.press(...'jjjjjjjk');
    const cursor = await library.isAt('6 of 1,000');
    await library.press('End');
    await library.isAt('1,000 of 1,000');
    await library.press('Home');
    await library.isAt('1 of 1,000');
    await library.press(...'jjjjj');
    await library.isAt('6 of 1,000');
    const state = () =>
      library.rows().then((rows) => rows.find(({ id }) => id === cursor.id)?.state);
    await library.press('2');
    await waitUntil(async () => (await state()) === 'reading', { what: 'reading' });
    await library.press('s');
    await waitUntil(async () => (await state()) === 'read', { what: 'read' });
    await library.isAt('6 of 1,000');
    await library.press('Control+z', 'Control+z');
    await library.says('Undone');
    await library.press('Enter');
    await library.focuses('#pane-title');
    await library.press('t');
    await library.focuses('input[name="tag"]');
    await library.page.keyboard.type('xj1g');
    expect(await library.page.$('.bulk')).toBeNull();
    expect((await library.cursor())?.place).toBe('6 of 1,000');
    await library.press('Escape', 'Escape');
    await library.isAt('6 of 1,000');
    await library.press('?');
    await library.says('next paper', 'dialog');
    await library.press('j', 'Escape');
    await library.lacks('dialog');
    await library.isAt('6 of 1,000');
    await library.press('g', 'u');
    await waitUntil(async () => (await library.address()) === '?q=is:unread', { what: 'g u' });
    await library.press('g', 't');
    await library.says('Tags', '.other h1');
    await library.press('g', 'l');
    await library.counts('1,000 papers');
  });
});
