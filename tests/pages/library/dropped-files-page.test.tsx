// @vitest-environment jsdom
import { expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { ImportSource } from '../../../imports/types';
import { askFor } from '../../../pages/shared/files/handover';
import { drop, folderOf } from '../../support/import-page';
import { openImport, openLibrary, useFreshPages } from '../../support/pages';

useFreshPages();

const fox = '@misc{fox, title = {Forgetting Transformer}, eprint = {2503.02130}}';

it('files that are dropped on the library wait for the page that takes them', async () => {
  const opened = vi.spyOn(fakeBrowser.tabs, 'create');
  await openLibrary();
  drop({
    entries: [folderOf('/Papers', { 'a.bib': fox, 'b.png': '\u0089PNG' })],
  });
  await vi.waitFor(() => expect(opened).toHaveBeenCalledOnce());
  const address = new URL(opened.mock.calls[0]?.[0].url ?? '');
  expect(address.pathname).toBe('/import.html');
  const given = await new Promise<readonly ImportSource[]>((resolve) =>
    askFor(address.searchParams.get('from') ?? '', resolve),
  );
  expect(given.map(({ name }) => name)).toEqual(['Papers/a.bib']);
  const { reader, service } = await openImport();
  await service.give(given);
  await reader.sees('“Papers”: BibTeX, 1 entry');
});

it('what is dragged within the library is left to it', async () => {
  const opened = vi.spyOn(fakeBrowser.tabs, 'create');
  const { reader } = await openLibrary();
  drop({ text: 'https://arxiv.org/abs/2503.02130' });
  await reader.sees('Nothing saved yet');
  expect(opened).not.toHaveBeenCalled();
});

it('an empty library offers today’s papers and a list of one’s own', async () => {
  const { reader } = await openLibrary();
  await reader.sees('Nothing saved yet');
  const addressOf = (name: string) =>
    reader.in('.empty').getByRole('link', { name }).getAttribute('href');
  expect(addressOf('Open Daily Papers')).toBe('https://huggingface.co/papers');
  expect(addressOf('Bring your list')).toMatch(/\/import\.html$/);
});
