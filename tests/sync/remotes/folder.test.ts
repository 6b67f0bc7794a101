import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { FolderRemote } from '../../../sync/remotes/folder';
import { bytes, endOf, never } from '../../support/dav/on-faults';
import { type DiskTrouble, diskDirectory } from '../../support/disk-directory';
import { remoteContract } from '../../support/remote-contract';

function inFolder(trouble: DiskTrouble = {}) {
  const path = mkdtempSync(join(tmpdir(), 'offprint-folder-'));
  const remote = new FolderRemote(diskDirectory(path, trouble));
  return { path, remote, close: async () => rmSync(path, { recursive: true, force: true }) };
}

function inTest(trouble: DiskTrouble = {}) {
  const opened = inFolder(trouble);
  onTestFinished(opened.close);
  return opened;
}

remoteContract('a folder of this computer', async () => inFolder());

it('a file keeps its old content until the new one is whole, and nothing is left beside it', async () => {
  const trouble: DiskTrouble = {};
  const { path, remote } = inTest(trouble);
  await remote.put('h/x-0', bytes('old'), never);
  trouble.writing = new DOMException('no room', 'QuotaExceededError');
  expect(await endOf(remote.put('h/x-0', bytes('new'), never))).toBe('full');
  expect(await remote.get('h/x-0', never)).toEqual(bytes('old'));
  expect(readdirSync(join(path, 'h'))).toEqual(['x-0']);
});

it('what is written just now by another profile is not listed', async () => {
  const { path, remote } = inTest();
  await remote.put('h/x-0', bytes('old'), never);
  writeFileSync(join(path, 'h/x-0.crswap'), 'ne');
  expect((await remote.list('h', never)).map(({ name }) => name)).toEqual(['x-0']);
});

it.each([
  ['NotAllowedError', 'folderNotAllowed'],
  ['NoModificationAllowedError', 'locked'],
  ['AbortError', 'forbidden'],
  ['UnknownError', 'badAnswer'],
])('%s while writing is told as %s', async (name, kind) => {
  const { remote } = inTest({ writing: new DOMException('no', name) });
  expect(await endOf(remote.put('h/x-0', bytes('new'), never))).toBe(kind);
});

it('a file that cannot be read now is not one that is missing', async () => {
  const trouble: DiskTrouble = {};
  const { remote } = inTest(trouble);
  await remote.put('h/x-0', bytes('old'), never);
  trouble.reading = new DOMException('not here yet', 'NotReadableError');
  expect(await endOf(remote.get('h/x-0', never))).toBe('folderAway');
  expect(await endOf(remote.list('h', never))).toBe('folderAway');
});

it('a folder that is gone, as with its drive, is not one that is empty', async () => {
  const { remote, close } = inTest();
  await remote.put('h/x-0', bytes('old'), never);
  await close();
  for (const asked of [
    () => remote.list('', never),
    () => remote.list('h', never),
    () => remote.get('h/x-0', never),
    () => remote.put('h/x-0', bytes('new'), never),
  ])
    expect(await endOf(asked())).toBe('folderAway');
});
