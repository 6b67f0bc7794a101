// @vitest-environment jsdom
import { waitFor } from '@testing-library/dom';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { changeBackupState, readBackupState } from '../../../lib/backup-state';
import { recordsOf } from '../../../store/records/queries';
import { decide } from '../../../store/words/decide';
import { openOptions, useFreshPages } from '../../support/pages';
import type { Reader } from '../../support/reader';
import { morning, paper, sightOn } from '../../support/store';

useFreshPages();

const at = Date.parse('2026-03-27T09:00:00Z');
const label = 'Also put one into the downloads folder once a week';
const isChosen = (reader: Reader) => reader.in().getByLabelText<HTMLInputElement>(label).checked;
const choose = (reader: Reader) => reader.press(label, undefined, 'checkbox');

async function open(): Promise<Reader> {
  const { reader } = await openOptions();
  await reader.sees('Together they may take');
  return reader;
}

const permissions = { contains: vi.fn(), request: vi.fn(), remove: vi.fn() };
beforeEach(async () => {
  vi.spyOn(console, 'error').mockImplementation(() => {});
  permissions.contains.mockReset().mockResolvedValue(true);
  permissions.request.mockReset().mockResolvedValue(true);
  permissions.remove.mockReset().mockResolvedValue(true);
  Object.assign(fakeBrowser.permissions, permissions);
  await sightOn('2026-03-27', morning + 1000, paper('arxiv:1'));
  await decide(['arxiv:1'], 'unread', morning + 1100);
});

describe('a backup a week in the downloads folder', () => {
  it('is chosen where the browser allows it, and given up with the permission', async () => {
    const reader = await open();
    expect(isChosen(reader)).toBe(false);
    await choose(reader);
    await waitFor(async () => expect((await readBackupState()).downloads).toEqual({}));
    expect(permissions.request).toHaveBeenCalledWith({ permissions: ['downloads', 'offscreen'] });
    await changeBackupState({ downloads: { at, hash: 'x' } });
    await reader.sees('The last one went there');
    await choose(reader);
    await waitFor(async () => expect((await readBackupState()).downloads).toBeUndefined());
    expect(permissions.remove).toHaveBeenCalledWith({ permissions: ['downloads', 'offscreen'] });
    expect(isChosen(reader)).toBe(false);
  });

  it('is refused in words, by a browser as well that knows no such permission', async () => {
    permissions.request.mockResolvedValueOnce(false);
    const reader = await open();
    await choose(reader);
    await reader.sees('does not let Offprint download files');
    expect(isChosen(reader)).toBe(false);
    permissions.request.mockRejectedValueOnce(new Error('Unknown permission'));
    await choose(reader);
    await reader.sees('does not let Offprint download files');
    expect((await readBackupState()).downloads).toBeUndefined();
  });

  it('says so where the browser was told not to allow it any more', async () => {
    await changeBackupState({ downloads: { at, hash: 'x' } });
    permissions.contains.mockResolvedValue(false);
    const reader = await open();
    await reader.sees('no longer lets Offprint download files');
    expect(isChosen(reader)).toBe(false);
  });
});

describe('a backup that could not be kept', () => {
  it('is told with its reason, until there is one again', async () => {
    const reader = await open();
    await changeBackupState({ failure: { at, isFull: true, reason: 'quota' } });
    await reader.sees('no backup could be kept: the disk is full.');
    await changeBackupState({ failure: { at, isFull: false, reason: 'It is busy.' } });
    await reader.sees('The browser says: It is busy.');
    await reader.press('Back up now');
    await reader.seesNo('no backup could be kept');
  });

  it('before a restore is told with what was restored', async () => {
    const reader = await open();
    await reader.press('Back up now');
    await reader.sees('1 backup is kept');
    await decide(['arxiv:1'], 'read', morning + 2000);
    const folder = await (await navigator.storage.getDirectory()).getDirectoryHandle('backups');
    await decide(['arxiv:1'], 'deleted', morning + 3000);
    const getFileHandle = folder.getFileHandle;
    const full = new DOMException('The quota has been exceeded', 'QuotaExceededError');
    vi.spyOn(folder, 'getFileHandle').mockImplementation((name, options) =>
      options?.create ? Promise.reject(full) : Reflect.apply(getFileHandle, folder, [name]),
    );
    await reader.press('Restore …');
    await reader.press('Bring them back', undefined, 'radio');
    await reader.press('Restore');
    await reader.sees('No backup of what was here before could be kept.');
    expect(await recordsOf(['arxiv:1'])).toMatchObject([{ state: 'unread' }]);
  });
});
