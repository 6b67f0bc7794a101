// @vitest-environment jsdom
import { waitFor } from '@testing-library/dom';
import { beforeEach, describe, expect, it } from 'vitest';
import { fillReadingList } from '../../support/library';
import { LibraryPage, useLibraryPage } from '../../support/library-page';

useLibraryPage();

const total = 60;

beforeEach(() => fillReadingList(total));

describe('a search', () => {
  it('narrows as it is typed, marks words and shows the line they stand in', async () => {
    const library = await LibraryPage.open();
    await library.counts('60 papers');
    expect(library.rows()[0]?.place).toBe('1 of 60');
    await library.search('federated');
    await waitFor(() => expect(library.words('.toolbar p')).toMatch(/^\d+ of 60 papers$/));
    const broad = Number.parseInt(library.words('.toolbar p'), 10);
    await library.keys(' policy');
    await waitFor(() =>
      expect(Number.parseInt(library.words('.toolbar p'), 10)).toBeLessThan(broad),
    );
    await waitFor(() => {
      const rows = library.rows().filter(({ title }) => title);
      expect(rows.length).toBeGreaterThan(1);
      for (const { marked } of rows)
        expect(marked.map((word) => word.toLowerCase())).toEqual(
          expect.arrayContaining([expect.stringMatching(/federat|polic/)]),
        );
      expect(rows.some(({ line }) => /federated|policy/i.test(line ?? ''))).toBe(true);
    });
    await library.keys('{Escape}');
    await library.counts('60 papers');
  });

  it('that is wrong is explained, and a typo offers the word that was meant', async () => {
    const library = await LibraryPage.open();
    await library.search('colour:red');
    await library.sees('Search has no “colour:”');
    await library.search('after:soon');
    await library.sees('“soon” is no date');
    await library.search('fedreated');
    await library.sees('Did you mean', '.hints');
    expect(library.words('.found')).toContain('No match');
    await library.press('federated', '.hints');
    await waitFor(() => expect(library.query()).toBe('federated'));
    await library.sees(' of 60', '.toolbar');
    await library.lacks('.hints');
  });

  it('completes operators and tags by keys, the first one chosen from the start', async () => {
    const library = await LibraryPage.open();
    await library.counts('60 papers');
    const unread = library.countOf('Unread');
    await library.search('is:un');
    await library.sees('unread', '[role="option"][aria-selected="true"]');
    await library.keys('{Enter}');
    await waitFor(() => expect(library.query()).toBe('is:unread '));
    await library.counts(`${unread} of 60 papers`);
    await library.keys('ta');
    await library.sees('tag:', '[role="option"][aria-selected="false"]');
    await library.keys('{Tab}');
    await waitFor(() => expect(library.query()).toBe('is:unread tag:'));
    await library.keys('résu');
    await library.sees('résumé', '[role="option"][aria-selected="true"]');
    await library.sees('“résu”, as typed', '[role="option"]:last-child');
    await library.keys('{Tab}');
    await waitFor(() => expect(library.query()).toBe('is:unread tag:résumé '));
    await library.keys('{Enter}');
    await waitFor(() => expect(library.cursor()?.hasFocus).toBe(true));
  });

  it('is left by Enter at once: a key that follows acts on the first row that is found', async () => {
    const library = await LibraryPage.open();
    await library.counts('60 papers');
    await library.search('is:unread');
    await library.keys('{Enter}jv');
    expect(library.query()).toBe('is:unread');
    await library.sees('1 paper selected', '.bulk');
    await library.isAt(`2 of ${library.countOf('Unread')}`);
    await library.keys('/');
    await library.search('nothing-is-called-so');
    await library.keys('{Enter}');
    await library.sees('No match in your list', '.found');
    await waitFor(() => expect(document.activeElement?.localName).toBe('input'));
  });

  it('is left as it is by Enter, whatever operator its last word is like', async () => {
    const library = await LibraryPage.open();
    await library.counts('60 papers');
    await library.search('policy is');
    await library.sees('is:', '[role="option"]');
    await library.keys('{Enter}');
    expect(library.query()).toBe('policy is');
    await library.lacks('[role="option"]');
    await library.search('author:a');
    await library.sees('', '[role="option"][aria-selected="true"]');
    await library.keys('{ArrowUp}{Enter}');
    await waitFor(() => expect(library.query()).toBe('author:a '));
  });
});

describe('what was found', () => {
  it('is narrowed by facets, which combine and are taken back, and the counts follow', async () => {
    const library = await LibraryPage.open();
    await library.counts('60 papers');
    const unread = library.countOf('Unread');
    const press = async (label: string) => {
      // Counted after the list is shown: those of the list before may still stand there.
      const most = Number.parseInt(library.words('.toolbar p'), 10);
      const count = await waitFor(() => {
        const told = Number(library.facet(label));
        expect(told).toBeLessThanOrEqual(most);
        return told;
      });
      await library.press(new RegExp(`^(# )?${label}, \\d+ papers?$`), '.side');
      return count;
    };
    await library.counts(`${await press('thesis')} of 60 papers`);
    await library.counts(`${await press('Unread')} of 60 papers`);
    expect(library.query()).toBe('is:unread tag:thesis');
    await press('thesis');
    await library.counts(`${unread} of 60 papers`);
    await press('Unread');
    await library.counts('60 papers');
    expect(library.query()).toBe('');
  });

  it('is put in order, and a surprise is the same after a reload', async () => {
    const library = await LibraryPage.open('?sort=title');
    await library.counts('60 papers');
    const titles = library.rows().map(({ title }) => title);
    const collator = new Intl.Collator('en-GB');
    expect(titles.length).toBeGreaterThan(8);
    expect(titles).toEqual(titles.toSorted(collator.compare));
    await library.user.selectOptions(library.part('.toolbar select'), 'random');
    await waitFor(() => expect(library.rows().map(({ title }) => title)).not.toEqual(titles));
    await library.drawn();
    const surprise = library.rows().map(({ id }) => id);
    const again = await library.reload();
    await again.counts('60 papers');
    expect(again.rows().map(({ id }) => id)).toEqual(surprise);
    await again.user.selectOptions(again.part('.toolbar select'), 'upvotes');
    await waitFor(() => expect(again.rows().map(({ id }) => id)).not.toEqual(surprise));
    expect(again.address()).toBe('?sort=upvotes');
  });
});
