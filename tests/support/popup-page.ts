import { waitFor } from '@testing-library/dom';
import { beforeEach, expect } from 'vitest';
import { openPaper } from '../../store/records/queries';
import { decide } from '../../store/words/decide';
import { useFreshPages } from './pages';
import type { Reader } from './reader';
import { paper, sightOn } from './store';

/** The papers of one day that a popup is opened with. */
export const one = paper('arxiv:2603.00001', { title: 'Sparse attention' });
export const two = paper('arxiv:2603.00002', { title: 'Dense retrieval' });
export const three = paper('arxiv:2603.00003', { title: 'Sparse video models' });

/** Gives every test a store with the three papers, and a document in which a popup can be opened. */
export function usePopupPage(): void {
  useFreshPages();
  beforeEach(async () => {
    await sightOn('2026-03-27', 1000, one, two, three);
  });
}

/** Saves papers, one after the other. */
export async function saved(...papers: readonly { id: string }[]): Promise<void> {
  for (const [at, { id }] of papers.entries()) await decide([id], 'unread', 1100 + at);
}

/** The titles of the rows, from the top. */
export const titles = (reader: Reader) =>
  [...reader.page.querySelectorAll('[data-paper] h3')].map((title) => title.textContent);

/** Waits until the rows have these titles. */
export const lists = (reader: Reader, ...wanted: readonly (string | undefined)[]) =>
  waitFor(() => expect(titles(reader)).toEqual(wanted));

/** Types into the search. */
export const search = (reader: Reader, words: string) => reader.fill('Find in your list', words);

/** The tags that the row of a paper shows. */
export const tagsOf = (reader: Reader, id: string) =>
  [...reader.page.querySelectorAll<HTMLElement>(`[data-paper="${id}"] [data-tag]`)].map(
    ({ dataset }) => dataset.tag,
  );

/** The selector of a paper's row. */
export const row = ({ id }: { readonly id: string }) => `[data-paper="${id}"]`;

/** The text of a paper's stored note. */
export const noteOf = async (id: string) => (await openPaper(id)).note?.text;
