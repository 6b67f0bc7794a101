import { beforeEach, describe, expect, it, vi } from 'vitest';
import { readBackup } from '../../../imports/backup';
import { deleteEverything } from '../../../store/backup/contents';
import { fileOf, keptBackups } from '../../../store/backup/kept/files';
import { dropBackups, keepBackup } from '../../../store/backup/kept/keep';
import { decide } from '../../../store/words/decide';
import { saveNote } from '../../../store/words/notes';
import { lockManager, type Trouble, usePrivateDirectory } from '../../support/private-directory';
import { fill } from '../../support/restore';
import { useFreshStore } from '../../support/store';

useFreshStore();

let directory: FileSystemDirectoryHandle;
let trouble: Trouble;
beforeEach(() => {
  trouble = {};
  directory = usePrivateDirectory(trouble);
});

const start = Date.parse('2026-03-27T09:00:00Z');
const keep = (hours = 0, limit = 1e9) =>
  keepBackup({ now: start + hours * 3_600_000, app: '0.1.0', limit });
const names = async () => (await keptBackups()).map(({ name }) => name);

async function namesOfFiles(): Promise<string[]> {
  const folder = await directory.getDirectoryHandle('backups', { create: true });
  const found: string[] = [];
  for await (const { name } of folder.values()) found.push(name);
  return found;
}

describe('a backup that is kept', () => {
  it('can be read again, and is made once for what does not change', async () => {
    await fill();
    const made = await keep();
    expect(await keep(30)).toBeUndefined();
    const file = await fileOf(made?.name ?? '');
    expect(file && (await readBackup(file))).toMatchObject({ state: 'whole', damaged: [] });
    expect(await keptBackups()).toEqual([made]);
    await decide(['arxiv:2'], 'read', 2000);
    const again = await keep(31);
    expect(await names()).toEqual([again?.name, made?.name]);
  });

  it('is not pushed out by a store that was emptied', async () => {
    await fill();
    const made = await keep();
    await deleteEverything();
    expect(await keep(30)).toBeUndefined();
    expect(await names()).toEqual([made?.name]);
  });

  it('is no file that a worker began and did not end: the next one makes it, and takes the rest away', async () => {
    await fill();
    const killed = new Promise<void>((resolve) => {
      trouble.killed = resolve;
    });
    void keep();
    await killed;
    expect(await namesOfFiles()).toHaveLength(1);
    expect(await keptBackups()).toEqual([]);
    // The browser releases the lock of a worker that it ends.
    Object.defineProperty(navigator, 'locks', { configurable: true, value: lockManager() });
    delete trouble.killed;
    const folder = await directory.getDirectoryHandle('backups');
    const [left = ''] = await namesOfFiles();
    await folder.getFileHandle(`${left}.crswap`, { create: true });
    await folder.getFileHandle('somebody else’s', { create: true });
    const made = await keep(1);
    expect(made?.name).not.toBe(left);
    expect(await names()).toEqual([made?.name]);
    expect((await namesOfFiles()).toSorted()).toEqual([made?.name, 'somebody else’s']);
  });

  it('that the disk has no room for leaves those that are there, and nothing of itself', async () => {
    await fill();
    const made = await keep();
    await decide(['arxiv:2'], 'read', 2000);
    trouble.writing = new DOMException('The quota has been exceeded', 'QuotaExceededError');
    await expect(keep(30, 1)).rejects.toThrow('quota');
    expect(await namesOfFiles()).toEqual([made?.name]);
    delete trouble.writing;
    await keep(31);
    expect(await names()).toHaveLength(2);
  });

  it('is one, where two windows make it at once', async () => {
    await fill();
    const made = await Promise.all([keep(), keep(), keep(1)]);
    expect(made.filter(Boolean)).toHaveLength(1);
    expect(await names()).toHaveLength(1);
  });

  it('goes with everything else, one included that is being made', async () => {
    await fill();
    const making = keep();
    await deleteEverything();
    await dropBackups();
    await making;
    expect(await namesOfFiles()).toEqual([]);
  });

  it('makes room within the limit, and is itself kept whatever its size', async () => {
    await fill();
    await keep();
    await saveNote('arxiv:2', 'More', 0, '—', 3000);
    const last = await keep(30, 1);
    expect(await names()).toEqual([last?.name]);
  });

  it('is not let go before the new one is there', async () => {
    await fill();
    await keep();
    await saveNote('arxiv:2', 'More', 0, '—', 3000);
    const folder = await directory.getDirectoryHandle('backups');
    const remove = vi.spyOn(folder, 'removeEntry').mockRejectedValueOnce(new Error('busy'));
    await expect(keep(30, 1)).rejects.toThrow('busy');
    expect(await names()).toHaveLength(2);
    remove.mockRestore();
    await saveNote('arxiv:3', 'Even more', 0, '—', 3000);
    const last = await keep(60, 1);
    expect(await names()).toEqual([last?.name]);
  });

  it('that is damaged is made anew, though nothing has changed', async () => {
    await fill();
    const made = await keep();
    const folder = await directory.getDirectoryHandle('backups');
    const writable = await (await folder.getFileHandle(made?.name ?? '')).createWritable();
    const bytes = new Uint8Array((await (await fileOf(made?.name ?? ''))?.arrayBuffer()) ?? []);
    bytes[bytes.length >> 1] = 255 - (bytes[bytes.length >> 1] ?? 0);
    await writable.write(bytes);
    await writable.close();
    const again = await keep(30);
    expect(await names()).toEqual([again?.name]);
    expect(await keep(60)).toBeUndefined();
  });

  it('is one of what is here since a clock was set back', async () => {
    await fill();
    const ahead = await keep(90_000);
    await decide(['arxiv:2'], 'read', 2000);
    const made = await keep(0, 1);
    expect(made?.name).toMatch(`${start}`);
    expect(await names()).toEqual([made?.name]);
    expect(ahead?.at).toBeGreaterThan(start);
    expect(await keep(30)).toBeUndefined();
  });
});
