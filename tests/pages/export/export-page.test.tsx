// @vitest-environment jsdom
import { waitFor } from '@testing-library/dom';
import { describe, expect, it, vi } from 'vitest';
import { saveSmartList } from '../../../store/lists/write';
import { decide } from '../../../store/words/decide';
import { saveNote } from '../../../store/words/notes';
import { caughtFiles } from '../../support/jsdom';
import { fillReadingList } from '../../support/library';
import { LibraryPage, useLibraryPage } from '../../support/library-page';
import type { Reader } from '../../support/reader';
import { paper, sightOn } from '../../support/store';
import { setTags } from '../../support/tags';

useLibraryPage();

async function fill(): Promise<void> {
  const told = { authors: ['Ada Lovelace'], publishedAt: '2026-03-02' };
  await sightOn(
    '2026-03-27',
    1000,
    paper('arxiv:2603.00001', { ...told, title: 'Sparse attention', abstract: 'Few words.' }),
    paper('arxiv:2603.00002', { ...told, title: 'Dense retrieval' }),
    paper('arxiv:2603.00003', { ...told, title: 'Sparse video' }),
  );
  await decide(['arxiv:2603.00001', 'arxiv:2603.00002', 'arxiv:2603.00003'], 'unread', 1100);
  await setTags('arxiv:2603.00001', ['agents'], 1200);
  await saveNote('arxiv:2603.00001', 'Read Table 3', 0, '—', 1300);
}

const choose = async (reader: Reader, name: string) => {
  await waitFor(() => reader.part(`.export [value="${name}"]`));
  await reader.user.click(reader.part(`.export [name="format"][value="${name}"]`));
};
const part = (reader: Reader, name: string) =>
  reader.part<HTMLInputElement>(`.export [name="${name}"]`);
const act = (reader: Reader, action: string) =>
  reader.user.click(reader.part(`.export [data-action="${action}"]`));

async function open(address = ''): Promise<LibraryPage> {
  const library = await LibraryPage.open(address);
  await library.keys('e');
  await waitFor(() => library.part('.export'));
  return library;
}

describe('the window in which papers are taken along', () => {
  it('saves the whole list as a file in the chosen format', async () => {
    await fill();
    const files = caughtFiles();
    const library = await open();
    await choose(library, 'ris');
    await act(library, 'file');
    await library.lacks('.export');
    await library.sees('Exported 3 papers: offprint-', '.bars');
    const [text = ''] = await files.texts();
    expect(files.names[0]).toMatch(/-3\.ris$/);
    expect(text.match(/^TI {2}- /gm)).toHaveLength(3);
    expect(text).toContain('N1  - Read Table 3');
  });

  it('leaves behind what is not to go along, and says what has no place', async () => {
    await fill();
    const files = caughtFiles();
    const library = await open();
    await choose(library, 'markdown');
    expect(part(library, 'abstract').disabled).toBe(true);
    await library.sees('Abstract (not in this format)', '.export');
    await library.user.click(part(library, 'notes'));
    await act(library, 'file');
    await library.lacks('.export');
    const [text = ''] = await files.texts();
    expect(text).toContain('# My reading list\n');
    expect(text).toContain('#agents');
    expect(text).not.toContain('Table 3');
  });

  it('copies a text, cannot copy what is none, and remembers what was chosen last', async () => {
    await fill();
    const library = await open('?paper=arxiv%3A2603.00001');
    await library.sees('This paper', '.export');
    await choose(library, 'vault');
    expect(library.part<HTMLButtonElement>('.export [data-action="clipboard"]').disabled).toBe(
      true,
    );
    await choose(library, 'biblatex');
    await library.user.click(part(library, 'tags'));
    await act(library, 'clipboard');
    await library.sees('Copied 1 paper as BibLaTeX', '.bars');
    const copied = await navigator.clipboard.readText();
    expect(copied).toContain('@misc{lovelace2026sparse,');
    expect(copied).not.toContain('agents');
    await library.keys('e');
    await waitFor(() => expect(part(library, 'tags').checked).toBe(false));
    const chosen = library.part<HTMLInputElement>('.export [name="format"]:checked');
    expect(chosen.value).toBe('biblatex');
    expect(library.part('.export [type="submit"]').dataset.action).toBe('clipboard');
  });

  it('takes the selected papers, what a search finds, or a list', async () => {
    await fill();
    const list = { id: 'l', name: 'Dense ones', icon: 'star', query: 'dense', order: 'best' };
    await saveSmartList({ ...list, isPinned: false }, 1000);
    const library = await open('?q=sparse');
    const scopes = () =>
      [...library.part<HTMLSelectElement>('.export [name="scope"]').options].map(
        ({ label }) => label,
      );
    await waitFor(() =>
      expect(scopes()).toEqual([
        'What is listed: 2 papers',
        'My reading list',
        'List “Dense ones”',
      ]),
    );
    await choose(library, 'csl');
    await act(library, 'clipboard');
    await library.sees('Copied 2 papers as CSL-JSON', '.bars');
    await library.keys('e');
    await waitFor(() => library.part('.export'));
    await library.user.selectOptions(library.part('.export [name="scope"]'), 'list:l');
    await act(library, 'clipboard');
    await library.sees('Copied 1 paper as CSL-JSON', '.bars');
    expect(JSON.parse(await navigator.clipboard.readText())[0].title).toBe('Dense retrieval');
    await library.selectAll('2');
    await library.user.selectOptions(library.part('.bulk select'), 'more');
    await library.sees('2 selected papers', '.export');
    await act(library, 'clipboard');
    await library.sees('Copied 2 papers', '.bars');
  });

  it('tells what is wrong with a pattern of keys, and keeps it from being used', async () => {
    await fill();
    const library = await open();
    await choose(library, 'bibtex');
    await library.fill('New citation keys', '[auth][nothing]', '.export');
    await library.sees('There is no part [nothing].', '.export');
    expect(library.part<HTMLButtonElement>('.export [data-action="file"]').disabled).toBe(true);
    await library.fill('New citation keys', '', '.export');
    await library.sees('Write what keys are made of', '.export');
    await library.fill('New citation keys', '[title]', '.export');
    await act(library, 'clipboard');
    await library.sees('as BibTeX', '.bars');
    expect(await navigator.clipboard.readText()).toContain('{denseretrieval,');
  });

  it('takes a backup along, of some papers too', async () => {
    await fill();
    const files = caughtFiles();
    const library = await open('?paper=arxiv%3A2603.00001');
    await choose(library, 'backup');
    await library.sees('A backup takes everything along.', '.export');
    await act(library, 'file');
    await library.lacks('.export');
    const [text = ''] = await files.texts();
    expect(files.names[0]).toMatch(/-1\.jsonl\.gz$/);
    expect(text).toContain('Read Table 3');
    expect(text).not.toContain('arxiv:2603.00002');
  });

  it('says how far it is with a long list, and can be stopped', async () => {
    await fillReadingList(600);
    const files = caughtFiles();
    const library = await open();
    await choose(library, 'csv');
    new MutationObserver((_changes, observer) => {
      const stop = document.querySelector<HTMLElement>('.export [data-action="stop"]');
      if (!stop || !/[1-9].* of 600/.test(stop.parentElement?.textContent ?? '')) return;
      observer.disconnect();
      stop.click();
    }).observe(document.body, { childList: true, subtree: true, characterData: true });
    await act(library, 'file');
    await waitFor(() => library.part('.export [data-action="cancel"]'));
    expect(files.names).toEqual([]);
    await library.keys('{Escape}');
    await library.lacks('.export');
  });

  it('stays with what was chosen, and says what went wrong, where the browser allows no copying', async () => {
    await fill();
    const library = await open();
    await choose(library, 'ris');
    const refused = new DOMException('Write permission denied.', 'NotAllowedError');
    vi.spyOn(navigator.clipboard, 'writeText').mockRejectedValueOnce(refused);
    await act(library, 'clipboard');
    await library.sees('Write permission denied.', '.export [role="alert"]');
    await act(library, 'clipboard');
    await library.sees('Copied 3 papers as RIS', '.bars');
  });

  it('gives the focus back to where it was', async () => {
    await fill();
    const library = await LibraryPage.open('?paper=arxiv%3A2603.00001');
    await waitFor(() => library.part('.pane .cite'));
    const button = library.part('.pane [data-action="export"]');
    await library.user.click(button);
    await waitFor(() => library.part('.export'));
    await library.keys('{Escape}');
    await library.lacks('.export');
    expect(document.activeElement).toBe(button);
  });

  it('says so where there is nothing to take along', async () => {
    const library = await open();
    await act(library, 'file');
    await library.sees('There is no paper here to export.', '.export');
  });
});
