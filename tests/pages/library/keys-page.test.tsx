// @vitest-environment jsdom
import { waitFor } from '@testing-library/dom';
import { beforeEach, describe, expect, it } from 'vitest';
import { type Status, statuses } from '../../../papers/paper';
import { fillReadingList } from '../../support/library';
import { LibraryPage, undo, useLibraryPage } from '../../support/library-page';

useLibraryPage();

beforeEach(() => fillReadingList(60));

describe('every view has an address', () => {
  it('that back, forward and a reload return to', async () => {
    const library = await LibraryPage.open();
    await library.counts('60 papers');
    const unread = `${library.countOf('Unread')} of 60 papers`;
    await library.goTo('Unread');
    await library.counts(unread);
    await library.goTo('Tags');
    await library.sees('Tags', '.other h1');
    await library.goTo('What you did');
    await library.sees('What you did', '.other h1');
    history.go(-2);
    await library.counts(unread);
    expect(library.address()).toBe('?q=is:unread');
    history.go(1);
    await library.sees('Tags', '.other h1');
    const again = await library.reload();
    await again.sees('Tags', '.other h1');
  });

  it('that is opened directly, with the paper that was read', async () => {
    const library = await LibraryPage.open('?q=is%3Aread&sort=title');
    const place = `1 of ${library.countOf('Read')}`;
    await library.counts(`${library.countOf('Read')} of 60 papers`);
    const [row] = library.rows();
    await library.press(row?.title ?? '', '.rows', 'link');
    await library.isAt(place);
    const again = await library.reload();
    await again.sees(row?.title ?? '', '.pane h2');
    await again.isAt(place);
  });
});

describe('keys', () => {
  it('move; the position is told and the focus stays with the cursor', async () => {
    const library = await LibraryPage.open();
    await library.counts('60 papers');
    await library.keys('jjjjjjjk');
    const sixth = await library.isAt('6 of 60');
    await library.keys('{End}');
    await library.isAt('60 of 60');
    await library.keys('{Home}');
    await library.isAt('1 of 60');
    await library.keys('jjjjj');
    expect((await library.isAt('6 of 60')).id).toBe(sixth.id);
  });

  it('act in the order they are pressed, before the list of another search is shown, too', async () => {
    const library = await LibraryPage.open();
    await library.counts('60 papers');
    await library.keys('gu' + 'jv' + 'jjv');
    await library.sees('2 papers selected', '.bulk');
    await library.isAt(`3 of ${library.countOf('Unread')}`);
  });

  it('change the paper under the cursor, and take it back', async () => {
    const library = await LibraryPage.open();
    await library.keys('jj');
    const { id } = await library.isAt('2 of 60');
    const isShown = (state: string) =>
      waitFor(() => expect(library.rows().find((row) => row.id === id)?.state).toBe(state));
    const before = library.rows().find((row) => row.id === id)?.state ?? '';
    const [first = '', second = ''] = [1, 2].map(
      (by) => statuses[(statuses.indexOf(before as Status) + by) % statuses.length],
    );
    for (const state of [first, second]) {
      await library.keys('r');
      await isShown(state);
      await library.sees(`Marked 1 paper as ${state}`, '.bars');
    }
    await library.isAt('2 of 60');
    for (const [keys, state] of [
      ['u', first],
      [undo, before],
    ] as const) {
      await library.keys(keys);
      await isShown(state);
      await library.sees('1 paper has its former status again', '.bars');
    }
    await library.isAt('2 of 60');
  });

  it('are letters while something is typed, and nobody’s while the map of keys is open', async () => {
    const library = await LibraryPage.open();
    await library.counts('60 papers');
    await library.keys('{Home}');
    await library.isAt('1 of 60');
    await library.keys('{Enter}');
    await library.focuses('#pane-title');
    await library.keys('t');
    await library.focuses('input[name="tag"]');
    await library.keys('xj1g');
    expect(document.querySelector('.bulk')).toBeNull();
    expect(library.cursor()?.place).toBe('1 of 60');
    await library.keys('{Escape}{Escape}');
    await library.isAt('1 of 60');
    await library.keys('?');
    await library.sees('Next paper', 'dialog');
    await library.keys('j{Escape}');
    await library.lacks('dialog');
    await library.isAt('1 of 60');
  });

  it('go to every list and view', async () => {
    const library = await LibraryPage.open();
    await library.counts('60 papers');
    for (const [key, address] of [
      ['u', '?q=is:unread'],
      ['q', '?q=is:queued&sort=queue'],
      ['n', '?q=is:new'],
      ['b', '?q=is:deleted'],
      ['r', '?view=rules'],
      ['t', '?view=tags'],
      ['s', '?view=statistics'],
      ['a', '?view=actions'],
      ['l', ''],
    ] as const) {
      await library.keys(`g${key}`);
      await waitFor(() => expect(library.address()).toBe(address));
    }
    await library.counts('60 papers');
    expect(library.words('.side [aria-current]')).toContain('All');
  });
});
