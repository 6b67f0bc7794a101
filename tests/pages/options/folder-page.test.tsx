// @vitest-environment jsdom
import { waitFor } from '@testing-library/dom';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { vaultMarker } from '../../../exports/formats/vault-note';
import { decide } from '../../../store/words/decide';
import { saveNote } from '../../../store/words/notes';
import { caughtFiles } from '../../support/jsdom';
import { openOptions, useFreshPages } from '../../support/pages';
import { privateDirectory, type Trouble } from '../../support/private-directory';
import type { Reader } from '../../support/reader';
import { morning, paper, sightOn } from '../../support/store';

useFreshPages();

let trouble: Trouble;
let directory: FileSystemDirectoryHandle;
const requestPermission = vi.fn<() => Promise<PermissionState>>();

/** As a browser's handles, what can be done with it is not in it, so that it can be stored. */
function chosen(): FileSystemDirectoryHandle {
  const methods = Object.assign(directory, { requestPermission });
  return Object.assign(Object.create(methods), { kind: 'directory', name: 'Vault' });
}

beforeEach(async () => {
  vi.spyOn(console, 'error').mockImplementation(() => {});
  trouble = {};
  directory = privateDirectory(trouble);
  requestPermission.mockReset().mockResolvedValue('granted');
  await sightOn('2026-03-27', morning + 1000, paper('arxiv:1'), paper('arxiv:2'), paper('arxiv:3'));
  await decide(['arxiv:1', 'arxiv:2'], 'unread', morning + 1100);
  await saveNote('arxiv:1', 'Table 4', 0, '—', morning + 1300);
});
afterEach(() => {
  vi.unstubAllGlobals();
});

async function open(): Promise<Reader> {
  const { reader } = await openOptions();
  await reader.sees('2 papers are saved.');
  return reader;
}

const textOf = async (name: string) =>
  (await (await directory.getFileHandle(name)).getFile()).text();

async function append(name: string, words: string): Promise<void> {
  const before = await textOf(name);
  const writable = await (await directory.getFileHandle(name)).createWritable();
  await writable.write(before + words);
  await writable.close();
}

describe('a folder of notes', () => {
  it('is chosen once and brought up to date by a click, the reader’s words untouched', async () => {
    vi.stubGlobal('showDirectoryPicker', async () => chosen());
    const reader = await open();
    await reader.press('Choose a folder …');
    await reader.sees('Added: 2. Brought up to date: 0. As they were: 0.');
    expect(await textOf('Paper arxiv 1.md')).toMatch(/id: "arxiv:1"[\s\S]*Table 4/);
    await append('Paper arxiv 1.md', 'My own words\n');
    await saveNote('arxiv:1', 'Table 5', morning + 1300, '—', morning + 1400);
    await reader.press('Bring “Vault” up to date');
    await reader.sees('Added: 0. Brought up to date: 1. As they were: 1.');
    expect(await textOf('Paper arxiv 1.md')).toMatch(/Table 5[\s\S]*My own words\n$/);
    const again = await open();
    await again.sees('Bring “Vault” up to date');
    await again.press('Forget this folder');
    await again.sees('Choose a folder …');
  });

  it('is told where the browser refuses it, the disk is full or a note cannot be told apart', async () => {
    vi.stubGlobal('showDirectoryPicker', async () => chosen());
    const reader = await open();
    await reader.press('Choose a folder …');
    await reader.sees('Added: 2.');
    requestPermission.mockResolvedValue('denied');
    await reader.press('Bring “Vault” up to date');
    await reader.sees('does not let Offprint write into that folder');
    requestPermission.mockResolvedValue('granted');
    await saveNote('arxiv:1', 'Table 5', morning + 1300, '—', morning + 1400);
    trouble.writing = new DOMException('Full', 'QuotaExceededError');
    await reader.press('Bring “Vault” up to date');
    await reader.sees('The disk is full.');
    trouble.writing = undefined;
    const without = (await textOf('Paper arxiv 2.md')).replace(vaultMarker, '');
    const writable = await (await directory.getFileHandle('Paper arxiv 2.md')).createWritable();
    await writable.write(without);
    await writable.close();
    await reader.press('Bring “Vault” up to date');
    await reader.sees('1 note was left alone');
    await reader.sees('“Paper arxiv 2.md”');
  });

  it('that is not chosen after all is no failure', async () => {
    vi.stubGlobal('showDirectoryPicker', async () => {
      throw new DOMException('The reader closed the window', 'AbortError');
    });
    const reader = await open();
    await reader.press('Choose a folder …');
    await waitFor(() => expect(reader.words('[aria-labelledby="folder"] .said')).toBe(''));
  });

  it('is a zip in a browser that lets nobody write into a folder', async () => {
    const files = caughtFiles();
    const reader = await open();
    await reader.sees('This browser lets nobody write into a folder.');
    await reader.press('Download notes as a zip');
    await reader.sees('The zip has 2 notes.');
    expect(files.names).toEqual([expect.stringMatching(/^offprint-notes-.*\.zip$/)]);
  });
});
