// @vitest-environment jsdom
import { waitFor } from '@testing-library/dom';
import { expect, it } from 'vitest';
import { saveTagged } from '../../support/contents';
import { LibraryPage, useLibraryPage } from '../../support/library-page';

useLibraryPage();

const papers = [
  {
    id: 'arxiv:2603.00001',
    title: 'From arXiv',
    authors: ['Seedance, Team', 'Chen, De', '王, 伟'],
  },
  {
    id: 'arxiv:2603.00002',
    title: 'From a digest',
    authors: ['De Chen', 'Jan van der Berg', '王伟'],
  },
  {
    id: 'arxiv:2603.00003',
    title: 'From a file',
    authors: ['van der Berg, Jan', 'King, Martin, Jr.'],
  },
];

it('says the names of authors alike in rows, pane, facets and search, whatever source they are from', async () => {
  await saveTagged(papers);
  const library = await LibraryPage.open();
  await library.counts('3 papers');
  await library.sees('Team Seedance, De Chen + 1', '.rows');
  await library.sees('De Chen, Jan van der Berg + 1', '.rows');
  await library.sees('Jan van der Berg, Martin King Jr.', '.rows');
  await waitFor(() =>
    expect(['De Chen', 'Jan van der Berg', '王伟'].map((name) => library.facet(name))).toEqual([
      '2',
      '2',
      '2',
    ]),
  );
  expect(library.words('.side')).not.toContain('Chen, De');
  await library.press('De Chen, 2 papers', '.side');
  await library.counts('2 of 3 papers');
  expect(library.query()).toBe('author:"De Chen"');
  for (const query of [
    'author:"Chen, De"',
    'author:"van der berg, jan"',
    'author:王伟',
    'de chen',
  ]) {
    await library.search(query);
    await library.counts('2 of 3 papers');
  }
  await library.press('From arXiv', '.rows', 'link');
  await library.sees('Team Seedance, De Chen, 王伟', '.pane .authors');
});
