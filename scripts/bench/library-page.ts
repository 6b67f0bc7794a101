import type { Page } from 'puppeteer-core';
import { waitUntil } from '../../tests/e2e/harness/wait';
import { type Bench, rest } from './measure';

/** A row that has been read, not one that still waits. */
export const readRow = 'li[data-paper] .row[data-state]';

/** Opens the library and waits until it has rows, facets and every text that is searched. */
export async function openLibrary({ session }: Bench, query = ''): Promise<Page> {
  const page = await session.openExtensionPage(`library.html${query}`);
  const isThere = (selector: string) =>
    document.querySelector(selector) !== null && document.querySelector('.side section') !== null;
  await waitUntil(() => page.evaluate(isThere, readRow), { what: 'the library', timeout: 120_000 });
  await rest(2500);
  return page;
}
