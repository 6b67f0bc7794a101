// @vitest-environment jsdom
import { webcrypto } from 'node:crypto';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { syncNow } from '../../../background/jobs/sync';
import { readSyncState } from '../../../lib/sync-state';
import { readSyncAccount } from '../../../store/sync/account';
import { decide } from '../../../store/words/decide';
import { FolderRemote } from '../../../sync/remotes/folder';
import { S3Remote } from '../../../sync/remotes/s3';
import { type DiskTrouble, diskDirectory } from '../../support/disk-directory';
import { useFreshPages } from '../../support/pages';
import type { Reader } from '../../support/reader';
import { S3StandIn } from '../../support/s3-stand-in';
import { morning, paper, sightOn } from '../../support/store';
import { elsewhere } from '../../support/sync/elsewhere';
import { begin, openForm } from '../../support/sync/section';

useFreshPages();

const now = Date.parse('2026-03-27T12:00Z');

beforeEach(async () => {
  // That of jsdom has no subtle one.
  vi.stubGlobal('crypto', webcrypto);
  await sightOn(
    '2026-03-27',
    morning + 1000,
    paper('arxiv:1', { abstract: 'We show that it holds.' }),
  );
  await decide(['arxiv:1'], 'saved', morning + 1100);
});
afterEach(() => {
  vi.unstubAllGlobals();
});

/** A folder of this disk as the browser hands it to the page, and what the browser says of it. */
function chosen(trouble: DiskTrouble = {}) {
  const path = mkdtempSync(join(tmpdir(), 'offprint-sync-'));
  onTestFinished(() => rmSync(path, { recursive: true, force: true }));
  const queryPermission = vi.fn(async (): Promise<PermissionState> => 'granted');
  const requestPermission = vi.fn(async (): Promise<PermissionState> => 'granted');
  const real = diskDirectory(path, trouble);
  const handle = Object.assign(real, { name: 'Dropbox', queryPermission, requestPermission });
  // A browser's database keeps handles as such, which the one of the tests cannot.
  const clone = globalThis.structuredClone;
  vi.stubGlobal('structuredClone', (value: { directory?: unknown }, options?: object) =>
    value?.directory === handle ? { ...value } : clone(value, options),
  );
  vi.stubGlobal('showDirectoryPicker', async () => handle);
  return { path, handle, queryPermission, requestPermission };
}

async function chooseFolder(): Promise<Reader> {
  const reader = await openForm();
  await reader.press('A folder of this computer', undefined, 'radio');
  await reader.press('Choose a folder …', '.sync-form');
  return reader;
}

describe('a folder of this computer', () => {
  it('is chosen, tried and begun in, and another device meets this one there', async () => {
    const { path, handle } = chosen();
    const reader = await chooseFolder();
    await reader.sees('“Dropbox” is chosen.');
    await reader.press('Try it');
    await reader.sees('This storage does all that is asked of it.');
    const code = await begin(reader);
    expect(readdirSync(path).sort()).toEqual(expect.arrayContaining(['README.txt', 'd', 'h']));
    const other = await elsewhere(new FolderRemote(handle), { code, name: 'Laptop', now });
    expect(other.said('arxiv:1').words.standing?.value.state).toBe('unread');
    expect((await readSyncAccount())?.kind).toBe('folder');
  });

  it('is asked for again by a click, where the browser no longer allows it', async () => {
    const { queryPermission, requestPermission } = chosen();
    const reader = await chooseFolder();
    await reader.press('Try it');
    await begin(reader);
    queryPermission.mockResolvedValue('prompt');
    await syncNow();
    expect((await readSyncState()).problem).toEqual({ code: 'folderNotAllowed' });
    await reader.sees('Your browser asks anew before Offprint may use the folder.');
    requestPermission.mockResolvedValueOnce('denied');
    await reader.press('Allow again');
    await reader.sees('Your browser was not allowed to write to this folder');
    await reader.press('Allow again');
    await reader.seesNo('Your browser asks anew');
    await reader.sees('Nothing waits.');
    expect((await readSyncState()).problem).toBeUndefined();
  });

  it('says that it is away, and what to do, where its drive is', async () => {
    const { path } = chosen();
    const reader = await chooseFolder();
    await reader.press('Try it');
    await begin(reader);
    rmSync(path, { recursive: true });
    await reader.press('Sync now');
    await reader.sees('The folder is not there, or cannot be read now. Connect its drive');
  });

  it('gets no abstracts where the reader leaves them out, and gets them once they are wanted', async () => {
    const { handle } = chosen();
    const reader = await chooseFolder();
    await reader.press('Try it');
    await reader.press('Leave abstracts out of what this device sends', undefined, 'checkbox');
    const code = await begin(reader);
    const remote = new FolderRemote(handle);
    const cards = async (name: string) => {
      const { local } = await elsewhere(remote, { code, name, now });
      return JSON.stringify([...local.state.cards.values()]);
    };
    expect(await cards('Laptop')).not.toContain('We show');
    await reader.press('Leave abstracts out of what this device sends', undefined, 'checkbox');
    await vi.waitFor(async () => expect(await cards('Laptop of later')).toContain('We show'));
  });

  it('is told to be lacking where the browser has no such thing', async () => {
    const reader = await openForm();
    await reader.press('A folder of this computer', undefined, 'radio');
    await reader.sees('This browser lets no extension write to a folder.');
    expect(reader.in().getByRole('button', { name: 'Try it' })).toHaveProperty('disabled', true);
  });
});

interface Keys {
  readonly address: string;
  readonly bucket: string;
  readonly region: string;
  readonly accessKey: string;
  readonly secretKey: string;
}

async function tryBucket({ address, bucket, region, accessKey, secretKey }: Keys) {
  const reader = await openForm();
  await reader.press('An S3 bucket', undefined, 'radio');
  await reader.fill('Address', address);
  await reader.fill('Bucket', bucket);
  await reader.fill('Region', region);
  await reader.fill('Access key', accessKey);
  await reader.fill('Secret key', secretKey);
  await reader.press('Try it');
  return reader;
}

/** Begins in a bucket, and has another device come to it. */
async function meetIn(keys: Keys): Promise<void> {
  const reader = await tryBucket(keys);
  const code = await begin(reader);
  const remote = new S3Remote({ ...keys, folder: 'Offprint', style: 'path' });
  const other = await elsewhere(remote, { code, name: 'Laptop', now });
  other.note('arxiv:1', 'Said on the laptop');
  await other.round();
  await reader.press('What would happen now?');
  await reader.sees('1 paper would change here.');
  await reader.press('Sync now');
  await reader.sees('Laptop · last heard of');
  await reader.press('What would happen now?');
  await reader.sees('Nothing: all devices have the same.');
}

describe('an S3 bucket', () => {
  it('is where devices meet', async () => {
    const server = await new S3StandIn().start();
    onTestFinished(() => server.stop());
    const { bucket, region, keys } = server;
    await meetIn({ address: server.origin, bucket, region, ...keys });
  });

  it('says what is wrong with keys, and that there is no such bucket', async () => {
    const server = await new S3StandIn().start();
    onTestFinished(() => server.stop());
    const { bucket, region, keys } = server;
    const reader = await tryBucket({
      ...{ address: server.origin, bucket, region },
      ...{ ...keys, secretKey: 'wrong' },
    });
    await reader.sees('Sync cannot use this storage as it is.');
    await reader.sees('The storage refuses the user or the app password.');
  });
});
