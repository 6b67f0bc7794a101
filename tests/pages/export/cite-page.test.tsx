// @vitest-environment jsdom
import { waitFor } from '@testing-library/dom';
import { expect, it } from 'vitest';
import { DeckPage } from '../../support/deck-page';
import { caughtFiles } from '../../support/jsdom';
import { LibraryPage, useLibraryPage } from '../../support/library-page';
import { openPopup } from '../../support/pages';
import { row, saved } from '../../support/popup-page';
import { paper, sightOn } from '../../support/store';

useLibraryPage();

const fox = paper('arxiv:2603.00001', {
  title: 'Sparse attention',
  authors: ['Ada Lovelace'],
  publishedAt: '2026-03-02',
});
const owl = paper('arxiv:2603.00002', { title: 'Dense retrieval', authors: ['Émile Borel'] });

const meet = () => sightOn('2026-03-27', 1000, fox, owl);
const copied = () => navigator.clipboard.readText();

it('a citation is copied from the library by key, and in another form by choice, which is remembered', async () => {
  await meet();
  await saved(fox, owl);
  const library = await LibraryPage.open(`?paper=${encodeURIComponent(fox.id)}`);
  await waitFor(() => library.part('.pane .cite'));
  await library.keys('c');
  await library.sees('Copied (BibTeX): lovelace2026sparse', '.bars');
  expect(await copied()).toMatch(/^@misc\{lovelace2026sparse,\n/);
  await library.user.selectOptions(library.part('.pane .cite select'), 'apa');
  await library.sees('Copied (APA): Lovelace, A. (2026). Sparse attention', '.bars');
  expect(await copied()).toMatch(
    /^Lovelace, A\. \(2026\)\. Sparse attention \(arXiv:2603\.00001\)/,
  );
  library.part('.pane .cite select').blur();
  await library.selectAll('2');
  await library.user.selectOptions(library.part('.bulk select'), 'citations');
  await library.sees('Copied 2 citations (APA)', '.bars');
  expect((await copied()).split('\n')).toHaveLength(2);
});

it('a citation is copied from the popup, and the other formats are behind it', async () => {
  await meet();
  await saved(fox);
  const { reader } = await openPopup();
  await reader.press('Sparse attention');
  await waitFor(() => reader.part(`${row(fox)} .cite`));
  await reader.press('Copy citation', row(fox));
  await reader.sees('Copied (BibTeX): lovelace2026sparse');
  await reader.press('Export …', row(fox));
  await waitFor(() => reader.part('.export'));
  await reader.user.click(reader.part('.export [value="csl"]'));
  await reader.user.click(reader.part('.export [data-action="clipboard"]'));
  await reader.sees('Copied 1 paper as CSL-JSON');
});

it('a citation is copied from the deck, and what was kept is taken along at its end', async () => {
  await meet();
  const files = caughtFiles();
  const deck = await DeckPage.open('?days=2026-03-27');
  await deck.shows(fox.id);
  await deck.keys('c');
  await deck.sees('Copied (BibTeX): lovelace2026sparse', '.bars');
  await deck.act('save');
  await deck.shows(owl.id);
  await deck.act('save');
  await waitFor(() => expect(deck.page.querySelectorAll('.kept > li')).toHaveLength(2));
  await deck.act('export');
  await deck.sees('Papers kept in this session', '.export');
  await deck.user.click(deck.part('.export [data-action="file"]'));
  await deck.sees('Exported 2 papers', '.bars');
  const [text = ''] = await files.texts();
  expect(text).toContain('@misc{lovelace2026sparse,');
  expect(text).toContain('@misc{borel');
});
