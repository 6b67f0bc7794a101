import { gunzipSync } from 'node:zlib';
import { unzipSync } from 'fflate';
import { expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { wholePaper } from '../../../exports/along';
import { backupFile } from '../../../exports/backup';
import { exportFormats } from '../../../exports/formats';
import type { OutgoingPaper } from '../../../exports/outgoing';
import type { SyncAccount } from '../../../lib/sync-account';
import { changeSyncState, readSyncState } from '../../../lib/sync-state';
import { deleteEverything, readInPages } from '../../../store/backup/contents';
import { readOutgoing } from '../../../store/export/read';
import { readSyncAccount, writeSyncAccount } from '../../../store/sync/account';
import { disconnect } from '../../../store/sync/disconnect';
import { readOwn } from '../../../store/sync/synced';
import { toolsFor } from '../../../store/sync/tools';
import { addTag, decide } from '../../../store/words/decide';
import { saveNote } from '../../../store/words/notes';
import { MemoryRemote } from '../../../sync/remotes/memory';
import { round } from '../../../sync/round/round';
import { createdVault } from '../../../sync/set-up';
import { open } from '../../../sync/vault/files';
import { written } from '../../exports/outgoing';
import { Device } from '../../support/devices';
import { paper, sightOn, useFreshStore } from '../../support/store';

useFreshStore();

const { signal } = new AbortController();
const [password, code] = ['correct-horse-battery', 'a code that opens'];
const words = ['Paper arxiv:0', 'my-own-tag', 'See Table 3'];
const account: SyncAccount = {
  kind: 'webdav',
  ...{ address: 'https://dav.example/', folder: 'Offprint' },
  ...{ user: 'ada-at-home', password },
};

/** A device that has sent what is on it. */
async function sent(): Promise<{ device: Device; remote: MemoryRemote }> {
  const [device, remote] = [new Device('one'), new MemoryRemote()];
  await device.on(async (local) => {
    await sightOn('2026-03-27', 1000, paper('arxiv:0'));
    await decide(['arxiv:0'], 'saved', 2000);
    await addTag('arxiv:0', 'my-own-tag', 2100);
    await saveNote('arxiv:0', 'See Table 3', 0, '—', 2200);
    const tools = toolsFor(local, remote, { app: '0.1.0', signal });
    await local.restart(await createdVault(tools, code, 'one'), Number.POSITIVE_INFINITY);
    await writeSyncAccount(account);
    await changeSyncState({ since: 1 });
    expect(await round(tools)).toMatchObject({ kind: 'done' });
  });
  return { device, remote };
}

/** All that leaves in a backup and in each format, unpacked. */
async function allThatLeaves(): Promise<string> {
  const { blob } = await backupFile({ read: readInPages, app: '0.1.0', created: '2026-03-27' });
  const backup = gunzipSync(Buffer.from(await blob.arrayBuffer())).toString();
  const papers: OutgoingPaper[] = [];
  for await (const page of readOutgoing(['arxiv:0'], { along: wholePaper }, 9000))
    papers.push(...page);
  const files = exportFormats.map(async ({ id }) => {
    const bytes = Buffer.from(await written(id, papers));
    const isZip = bytes.subarray(0, 2).toString() === 'PK';
    const parts = isZip ? Object.values(unzipSync(bytes)).map((part) => Buffer.from(part)) : [];
    return [bytes, ...parts].map((part) => part.toString()).join('\n');
  });
  return [backup, ...(await Promise.all(files))].join('\n');
}

it('keeps password and code out of backups, exports and what is sent', async () => {
  const { device, remote } = await sent();
  const leaving = await device.on(allThatLeaves);
  expect(leaving).toContain('See Table 3');
  const own = await device.on(readOwn);
  if (!own) throw new Error('not synced');
  let opened = '';
  for (const [path, { bytes }] of remote.files) {
    const isSealed = Buffer.from(bytes.subarray(0, 3)).toString() === 'OP1';
    const plain = Buffer.from(isSealed ? await open(own, path, bytes) : bytes);
    opened += plain.toString();
    const raw = Buffer.from(bytes);
    for (const secret of [...words, password, code]) expect(raw.includes(secret)).toBe(false);
  }
  expect(opened).toContain('Paper arxiv:0');
  for (const secret of [password, code, account.user, account.address]) {
    expect(leaving).not.toContain(secret);
    expect(opened).not.toContain(secret);
  }
});

it('lets nobody take a key out of the store', async () => {
  const { device } = await sent();
  const own = await device.on(readOwn);
  expect(own?.keys.map(({ root }) => root.extractable)).toEqual([false]);
});

it('leaves nothing of the sync behind where everything is deleted', async () => {
  const { device } = await sent();
  await device.on(async (local) => {
    await disconnect();
    await deleteEverything();
    expect(await readOwn()).toBeUndefined();
    expect([await local.peers(), await local.outbox(), await local.dirty(10)]).toEqual([
      [],
      [],
      [],
    ]);
    expect(await readSyncAccount()).toBeUndefined();
    expect(await readSyncState()).toEqual({});
    expect(JSON.stringify(await fakeBrowser.storage.local.get(null))).not.toContain(password);
    await sightOn('2026-03-27', 1000, paper('arxiv:0'));
    await decide(['arxiv:0'], 'saved', 2000);
    expect(await local.dirty(10)).toEqual([]);
  });
});
