// @vitest-environment jsdom
import { waitFor } from '@testing-library/dom';
import { expect, it } from 'vitest';
import { recordsOf } from '../../../store/records/queries';
import { decide } from '../../../store/words/decide';
import { saveNote } from '../../../store/words/notes';
import { LibraryPage, undo, useLibraryPage } from '../../support/library-page';
import { paper, sightOn } from '../../support/store';

useLibraryPage();

const titles = ['Scaling Laws for Reward Models', 'Octopus Arms in Soft Robots'];

/** Two pairs of papers of one title each, all saved. */
async function fill(): Promise<void> {
  const papers = titles.flatMap((title, at) => [
    paper(`arxiv:2501.0000${at}`, { title }),
    paper(`doi:10.1145/1.${at}`, { title: title.toUpperCase() }),
  ]);
  await sightOn('2026-03-27', 1000, ...papers);
  await decide(
    papers.map(({ id }) => id),
    'unread',
    1100,
  );
  await saveNote('doi:10.1145/1.1', 'Arms', 0, '—', 1200);
}

const pairs = () =>
  [...document.querySelectorAll<HTMLElement>('[data-pair]')].map(
    ({ dataset }) => dataset.pair?.split('\n')[0],
  );

async function open(): Promise<LibraryPage> {
  const library = await LibraryPage.open('?view=duplicates');
  await library.sees('2 pairs', '.duplicates-view [role="status"]');
  return library;
}

it('joins a pair with one click, leads to the next one, and undoes it with a key', async () => {
  await fill();
  const library = await open();
  expect(pairs()).toEqual(['arxiv:2501.00000', 'arxiv:2501.00001']);
  await library.click('[data-answer="same"]');
  await library.sees('joined the two', '.bars');
  await library.sees('1 pair', '.duplicates-view [role="status"]');
  expect(pairs()).toEqual(['arxiv:2501.00001']);
  await waitFor(() =>
    expect(document.activeElement).toBe(document.querySelector('[data-answer="same"]')),
  );
  expect(await recordsOf(['doi:10.1145/1.0'])).toMatchObject([{ id: 'arxiv:2501.00000' }]);
  await library.keys(undo);
  await library.sees('2 pairs', '.duplicates-view [role="status"]');
  expect(await recordsOf(['doi:10.1145/1.0'])).toMatchObject([{ id: 'doi:10.1145/1.0' }]);
});

it('refuses a pair by keyboard, for good, and says so', async () => {
  await fill();
  let library = await open();
  document.querySelector<HTMLElement>('[data-answer="different"]')?.focus();
  await library.keys('{ArrowDown}{Enter}');
  await library.sees('stays two papers', '.bars');
  await library.sees('1 pair', '.duplicates-view [role="status"]');
  expect(pairs()).toEqual(['arxiv:2501.00000']);
  library = await library.reload();
  await library.sees('1 pair', '.duplicates-view [role="status"]');
  expect(pairs()).toEqual(['arxiv:2501.00000']);
});

it('ends with a word when there is none left, and keeps the focus in the view', async () => {
  await fill();
  const library = await open();
  await library.click('[data-answer="different"]');
  await library.sees('1 pair', '.duplicates-view [role="status"]');
  await library.keys('{Enter}');
  await library.sees('No two papers in your list look like one.', '.duplicates-view');
  await waitFor(() => expect(document.activeElement?.tagName).toBe('H1'));
});

it('takes two answers in a row, the second while the first is being written, and shows neither pair again', async () => {
  await fill();
  const library = await open();
  const shown: number[] = [];
  const watcher = new MutationObserver(() => shown.push(pairs().length));
  watcher.observe(document.body, { childList: true, subtree: true });
  const press = () => document.querySelector<HTMLElement>('[data-answer="different"]')?.click();
  press();
  await waitFor(() => expect(pairs()).toEqual(['arxiv:2501.00001']));
  press();
  await library.sees('No two papers in your list look like one.', '.duplicates-view');
  watcher.disconnect();
  expect(shown.toSorted((one, other) => other - one)).toEqual(shown);
  for (const at of [0, 1])
    expect((await recordsOf([`arxiv:2501.0000${at}`]))[0]?.distinct).toEqual([
      `doi:10.1145/1.${at}`,
    ]);
});
