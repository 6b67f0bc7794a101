// @vitest-environment jsdom
import { fireEvent, waitFor } from '@testing-library/dom';
import { beforeEach, describe, expect, it } from 'vitest';
import { readOptions } from '../../../lib/options';
import { counted, saveTagged } from '../../support/contents';
import { LibraryPage, undo, useLibraryPage } from '../../support/library-page';

useLibraryPage();

const tags = [
  ['rl'],
  ['rl', 'rl/offline'],
  ['rl/offline', 'is:unread'],
  ['🤖 agents', 'مراجعة'],
  ['baseline', 'Base line'],
];
const papers = tags.map((_tags, at) => ({
  id: `arxiv:2603.0000${at + 1}`,
  title: `Paper number ${at + 1}`,
}));
const start = [
  'rl 2',
  'rl/offline 2',
  'is:unread 1',
  '🤖 agents 1',
  'مراجعة 1',
  'baseline 1',
  'Base line 1',
];

beforeEach(() => saveTagged(papers, tags));

/** Waits until the view of tags lists just these, with their counts. */
function lists(wanted: readonly string[]): Promise<void> {
  return waitFor(() => {
    const listed = [...document.querySelectorAll('.tag-row[data-tag]')].map(
      (row) =>
        `${row.getAttribute('data-tag')} ${row.querySelector('.count')?.textContent.split(' ')[0]}`,
    );
    expect(listed.toSorted()).toEqual(wanted.toSorted());
  });
}

async function rename(library: LibraryPage, from: string, to: string): Promise<void> {
  await library.press(`Rename the tag ${from}`);
  await library.fill(`Rename the tag ${from}`, to, '.tag-editing');
  await library.click('.tag-editing [type="submit"]');
}

describe('tags', () => {
  it('are renamed with those below, merged, coloured and deleted, and it is undone', async () => {
    const library = await LibraryPage.open('?view=tags');
    await lists(start);
    expect(document.querySelector('ul ul [data-tag="rl/offline"]')).not.toBeNull();
    await rename(library, 'rl', 'reinforcement');
    const renamed = start.map((line) => line.replace(/^rl/, 'reinforcement'));
    await lists(renamed);
    await rename(library, 'Base line', 'baseline');
    await lists(renamed.filter((line) => line !== 'Base line 1'));
    const hue = library.part<HTMLInputElement>('[data-tag="baseline"] .hue');
    fireEvent.change(hue, { target: { value: '200' } });
    await library.sees('Usual colour', '[data-tag="baseline"]');
    await library.press('Delete the tag مراجعة');
    await library.sees('Deleted the tag “مراجعة” from 1 paper', '.bars');
    expect(await counted()).not.toHaveProperty('#مراجعة');
    await library.press('Undo', '.bars');
    await library.sees('1 paper has the tag “مراجعة” again', '.bars');
    await library.keys(undo);
    await library.sees('former tags again', '.bars');
    await library.keys(undo);
    await lists(start);
  });

  it('lead to their papers, whatever they are called', async () => {
    const library = await LibraryPage.open('?view=tags');
    for (const [tag, count, query] of [
      ['is:unread', '1 of 5 papers', 'tag:is:unread'],
      ['🤖 agents', '1 of 5 papers', 'tag:"🤖 agents"'],
      ['مراجعة', '1 of 5 papers', 'tag:مراجعة'],
      ['rl', '3 of 5 papers', 'tag:rl'],
      ['rl/offline', '2 of 5 papers', 'tag:rl/offline'],
    ] as const) {
      await library.click(`[data-tag="${tag}"] a`);
      await library.counts(count);
      expect(library.query()).toBe(query);
      await library.goTo('Tags');
    }
    await library.goTo('All');
    await library.counts('5 papers');
    await library.press(/^is:unread, 1 paper$/, '.side');
    await library.counts('1 of 5 papers');
  });
});

describe('a search', () => {
  it('is kept as a list, which is counted, changed and deleted', async () => {
    const library = await LibraryPage.open();
    await library.search('tag:rl');
    await library.counts('3 of 5 papers');
    await library.keys('{Escape}');
    await library.press('Keep as a list', '.toolbar');
    await library.fill('Name of the list', 'Learning by doing');
    await library.press('Show it in the popup', '.list-form', 'checkbox');
    await library.press('Count it on the badge', '.list-form', 'checkbox');
    await library.press('Keep this list', '.list-form');
    await library.sees('Learning by doing', '.side a[aria-current]');
    expect((await readOptions()).badge).toMatch(/^list:/);
    await library.press('Paper number 1', '.rows', 'link');
    await library.click('.pane [data-action="remove"]');
    await library.sees('Learning by doing2', '.side');
    await library.goTo('Learning by doing');
    await library.counts('2 of 4 papers');
    await library.press('Edit this list', '.toolbar');
    await library.fill('Name of the list', 'RL');
    await library.press('Keep the changes', '.list-form');
    await library.sees('RL', '.side a[aria-current]');
    await library.lacks('.list-form');
    await library.press('Edit this list', '.toolbar');
    await library.press('Delete the list', '.list-form');
    await library.sees('Keep as a list', '.toolbar');
    expect((await readOptions()).badge).toBe('unread');
    expect(document.querySelectorAll('.side a.entry .icon')).toHaveLength(0);
  });
});

describe('the statistics', () => {
  it('are read when they are looked at, each with a table', async () => {
    const library = await LibraryPage.open('?view=statistics');
    await library.sees('You have 5 saved papers: 5 unread', '.other');
    expect(document.querySelectorAll('.other summary').length).toBeGreaterThan(2);
    await library.click('.other summary');
    const table = library.part('.other details[open] table');
    expect(table.querySelectorAll('tbody tr').length).toBeGreaterThan(0);
    await library.goTo('Unread');
    await library.counts('5 papers');
    expect(library.page.querySelector('.other')).toBeNull();
  });
});
