// @vitest-environment jsdom
import { fireEvent, waitFor } from '@testing-library/dom';
import { describe, expect, it, vi } from 'vitest';
import { openPaper } from '../../../store/records/queries';
import { wakeSnoozed } from '../../../store/words/snooze';
import { counted } from '../../support/contents';
import { fillReadingList } from '../../support/library';
import { LibraryPage, useLibraryPage } from '../../support/library-page';
import { snooze } from '../../support/paper-changes';

useLibraryPage();

const inBin = (count: number) =>
  waitFor(async () => expect((await counted()).deleted ?? 0).toBe(count));

describe('the paper beside the list', () => {
  it('has details, keeps note and tags, and notes that a link was opened', async () => {
    await fillReadingList(12);
    const library = await LibraryPage.open('?q=is%3Aunread&sort=title');
    await library.sees(' of 12', '.toolbar');
    await library.keys('jn');
    await library.focuses('.pane textarea');
    await library.keys('Ask about *Table 4*');
    const { id = '' } = library.cursor() ?? {};
    await library.press('Done', '.pane .note');
    await library.sees('Ask about Table 4', '.pane .note');
    const name = encodeURIComponent(id);
    const again = await library.reload(`?q=${name}&paper=${name}`);
    await again.sees('Ask about Table 4', '.pane .note');
    expect(again.words('.pane')).toContain('Abstract');
    expect(again.words('.pane')).toContain('not read yet');
    await again.keys('t');
    await again.focuses('input[name="tag"]');
    await again.keys('to ask,');
    await again.sees('to ask', '.pane .chosen');
    const stay = (event: Event) => event.preventDefault();
    again.part('[data-link]').addEventListener('click', stay);
    await again.click('[data-link]');
    await again.sees('opened once', '.pane');
    await again.click('.pane [data-action="star"]');
    await again.sees('Starred', '.bars');
    expect(await counted()).toMatchObject({ '#to ask': 1, starred: 1 });
  });
});

describe('a note beyond the limit', () => {
  it('is refused in words, and kept once it is short enough', async () => {
    await fillReadingList(12);
    const library = await LibraryPage.open();
    await library.counts('12 papers');
    await library.keys('jn');
    await library.focuses('.pane textarea');
    const reported = vi.spyOn(console, 'error').mockReturnValue();
    const write = (words: string) =>
      fireEvent.input(library.part('.pane textarea'), { target: { value: words } });
    write('A word in a note. '.repeat(300_000));
    await library.sees('too long', '.bars');
    expect(reported).toHaveBeenCalledOnce();
    reported.mockRestore();
    write('A word in a note.');
    await library.press('Done', '.pane .note');
    await library.sees('A word in a note.', '.read-note');
    const { id = '' } = library.cursor() ?? {};
    expect((await openPaper(id)).note?.text).toBe('A word in a note.');
  });
});

describe('the bin', () => {
  it('gives back one or several, and is emptied', async () => {
    await fillReadingList(12);
    const library = await LibraryPage.open();
    await library.counts('12 papers');
    await library.selectAll('12');
    await library.bulk('delete');
    await library.counts('0 papers');
    await library.goTo('Bin');
    await library.sees('stay here for 30 days', '.hints');
    await library.keys('j');
    await library.click('.pane [data-action="restore"]');
    await inBin(11);
    await library.goTo('All');
    await library.counts('1 paper');
    await library.goTo('Bin');
    await library.counts('11 papers');
    await library.keys('jvjv');
    await library.bulk('restore');
    await library.lacks('.bulk');
    expect((await counted()).deleted).toBe(9);
    await library.press('Empty the bin', '.hints');
    await library.press('Delete for good', '.hints');
    await library.sees('The bin is empty: 9 papers are gone for good.', '.bars');
    await library.keys('{Escape}');
    await library.sees('Nothing here', '.found');
    await library.goTo('All');
    await library.counts('3 papers');
  });
});

describe('a paper that is put away', () => {
  it('is among the snoozed ones until it wakes', async () => {
    await fillReadingList(8);
    const library = await LibraryPage.open();
    await library.counts('8 papers');
    await library.keys('j');
    const { id } = await library.isAt('1 of 8');
    await library.keys('z');
    await library.press('For a week', '.snooze');
    await library.sees('Snoozed', '.bars');
    await library.goTo('Snoozed');
    await library.counts('1 of 8 papers');
    await snooze([id], Date.now() - 1, Date.now());
    await wakeSnoozed(Date.now());
    await library.sees('Nothing here', '.found');
    expect((await counted()).snoozed).toBeUndefined();
    await library.goTo('All');
    await library.counts('8 papers');
  });
});

describe('papers to read next', () => {
  it('wait in an order of their own, which keys change', async () => {
    await fillReadingList(8);
    const library = await LibraryPage.open();
    await library.counts('8 papers');
    await library.keys('jqjqjq');
    await library.sees('Read next3', '.side');
    await library.keys('gq');
    await library.counts('3 of 8 papers');
    const queued = library.rows().map((row) => row.id);
    await library.keys('j{Alt>}{ArrowDown}{/Alt}');
    await waitFor(() => expect(library.rows()[1]?.id).toBe(queued[0]));
    await library.isAt('2 of 3');
  });
});
