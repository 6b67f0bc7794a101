// @vitest-environment jsdom
import { waitFor } from '@testing-library/dom';
import { beforeEach, describe, expect, it } from 'vitest';
import { renameTag } from '../../../store/words/tags';
import { counted, meet, saveTagged } from '../../support/contents';
import { LibraryPage, undo, useLibraryPage } from '../../support/library-page';

useLibraryPage();

const papers = Array.from({ length: 5 }, (_, at) => ({
  id: `arxiv:2603.0000${at}`,
  title: `Paper number ${at}`,
}));

// The last one, `agents`, was used last.
beforeEach(() => saveTagged(papers, [['rl'], ['rl'], ['vision'], ['agents'], []]));

const holds = (counts: Record<string, number>) =>
  waitFor(async () => expect(await counted()).toMatchObject(counts));
const keysOf = (library: LibraryPage, within: string) =>
  waitFor(() => {
    const words = library.words(`${within} .tag-keys`);
    expect(words).not.toBe('');
    return words;
  });

describe('number keys', () => {
  it('give the tags used last to the paper under the cursor, and take them off again', async () => {
    const library = await LibraryPage.open();
    await library.counts('5 papers');
    await library.keys('j');
    await library.sees('Paper number 4', '.pane h2');
    expect(await keysOf(library, '.pane')).toBe('1#agents2#vision3#rl');
    await library.keys('1');
    await library.sees('Tagged 1 paper “agents”', '.bars');
    await holds({ '#agents': 2 });
    await waitFor(() =>
      expect(library.words('.pane .tag-keys [aria-pressed="true"]')).toBe('1#agents'),
    );
    await library.keys('1312');
    await holds({ '#agents': 2, '#rl': 3, '#vision': 2 });
    await library.keys('1');
    await holds({ '#agents': 1 });
    await library.keys(undo);
    await holds({ '#agents': 2 });
    // Each has stayed on its key, whatever was used last.
    expect(await keysOf(library, '.pane')).toBe('1#agents2#vision3#rl');
    await library.keys('5');
    await library.press('2#vision', '.pane');
    await holds({ '#agents': 2, '#rl': 3, '#vision': 1 });
  });

  it('act on the selection where there is one, as one action', async () => {
    const library = await LibraryPage.open();
    await library.counts('5 papers');
    await library.keys('jvjjv');
    await library.sees('2 papers selected', '.bulk');
    expect(await keysOf(library, '.bulk')).toBe('1#agents2#vision3#rl');
    await library.keys('3');
    await library.sees('Tagged 2 papers “rl”', '.bars');
    await holds({ '#rl': 4 });
    await library.keys('3');
    await holds({ '#rl': 2 });
    await library.press('1#agents', '.bulk');
    await holds({ '#agents': 3 });
    await library.keys(undo);
    await holds({ '#agents': 1 });
  });

  it('say so where a paper is not in the list, and do nothing while something is typed', async () => {
    await meet('2026-03-28', [{ id: 'arxiv:2603.00009', title: 'Not saved' }]);
    const library = await LibraryPage.open('?q=is%3Anew');
    await library.counts('1 paper');
    await library.keys('j1');
    await library.sees('Tags and notes are for saved papers', '.bars');
    await library.search('1');
    expect(await counted()).toMatchObject({ '#agents': 1 });
  });

  it('follow a tag that is renamed, and one that is new', async () => {
    const library = await LibraryPage.open();
    await library.counts('5 papers');
    await library.keys('j');
    await keysOf(library, '.pane');
    await renameTag('vision', 'sight', Date.now());
    await waitFor(async () => expect(await keysOf(library, '.pane')).toBe('1#agents2#rl3#sight'));
    await library.keys('t');
    await library.focuses('input[name="tag"]');
    await library.keys('new{Enter}');
    await waitFor(async () =>
      expect(await keysOf(library, '.pane')).toBe('1#agents2#rl3#sight4#new'),
    );
  });
});

describe('putting off', () => {
  it('has a key and a button for many, which leave undecided ones for later and ask when of saved ones', async () => {
    const fresh = [1, 2, 3].map((at) => ({ id: `arxiv:2603.1000${at}`, title: `Fresh ${at}` }));
    await meet('2026-03-28', fresh);
    const library = await LibraryPage.open('?q=is%3Anew');
    await library.counts('3 papers');
    await library.selectAll('3');
    expect(library.words('[data-bulk="snooze"]')).toBe('Later');
    await library.bulk('snooze');
    await library.sees('Put off 3 papers', '.bars');
    await holds({ later: 3 });
    await library.goTo('Later');
    await library.counts('3 papers');
    await library.keys('j');
    await library.press('Put back', '.pane');
    await holds({ later: 2, seen: 1 });
    await library.goTo('All');
    await library.counts('5 papers');
    await library.selectAll('5');
    expect(library.words('[data-bulk="snooze"]')).toBe('Snooze');
    await library.keys('z');
    await library.press('For a week', '.bulk');
    await holds({ snoozed: 5 });
    await library.keys(undo);
    await holds({ unread: 5 });
    await library.keys('jz');
    await library.press('Until tomorrow', '.pane');
    await holds({ snoozed: 1 });
  });
});
