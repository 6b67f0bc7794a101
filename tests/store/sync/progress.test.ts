import { afterEach, beforeEach, expect, it } from 'vitest';
import { onSyncState, readSyncState, type SyncProgress } from '../../../lib/sync-state';
import { ProgressTeller } from '../../../store/sync/progress';
import { syncHere } from '../../../store/sync/run';
import { beginVault, join, planJoin } from '../../../store/sync/set-up';
import { decide } from '../../../store/words/decide';
import { RemoteError } from '../../../sync/remotes/remote';
import { WebdavRemote } from '../../../sync/remotes/webdav';
import { vaultIn } from '../../../sync/set-up';
import { DavStandIn } from '../../support/dav/server';
import { Device } from '../../support/devices';
import { paper, sightOn, useFreshStore } from '../../support/store';
import { someDevices } from '../../support/sync/world';

useFreshStore();

const code = '123456789ABCDEFGHJKMNPQRST';
const signal = new AbortController().signal;
let server: DavStandIn;

beforeEach(async () => {
  server = await new DavStandIn().start();
});
afterEach(() => server.stop());

/** What is told while something is done. */
async function toldIn(work: () => Promise<unknown>): Promise<SyncProgress[]> {
  const told: SyncProgress[] = [];
  const listening = new AbortController();
  onSyncState(({ progress }) => progress && told.push(progress), listening.signal);
  await work();
  listening.abort();
  return told;
}

it('tells how many papers of a long first sync are sent, and goes on from where it was cut off', async () => {
  const { world, devices } = await someDevices(1);
  const [device] = devices;
  if (!device) throw new Error('no device');
  for (let at = 0; at < 4101; at += 1) device.stand(`arxiv:${at}`, 'unread');
  const { remote } = world;
  const put = remote.put.bind(remote);
  let packs = 0;
  remote.put = async (path, bytes, within) => {
    if (/\/c-\w+$/.test(path)) packs += 1;
    if (packs > 1) throw new RemoteError('serverFault', '503');
    return put(path, bytes, within);
  };
  const sent = async () => {
    const teller = new ProgressTeller((await readSyncState()).progress);
    const outcome = await device.round({}, { progress: (left) => teller.sent(left) });
    await teller.told();
    return outcome;
  };
  expect(await toldIn(sent)).toEqual([
    { of: 'papers', done: 0, total: 4101 },
    { of: 'papers', done: 2000, total: 4101 },
  ]);
  remote.put = put;
  expect(await toldIn(sent)).toEqual([{ of: 'papers', done: 4101, total: 4101 }]);
});

const asking = () => ({
  account: {
    ...{ kind: 'webdav' as const, address: server.origin, folder: 'Offprint' },
    ...{ user: 'ada', password: 'x' },
  },
  ...{ app: '0.1.0', signal },
});

/** Saves so many papers that their cards are in one file, and syncs. */
async function sentPack(from: number): Promise<void> {
  const ids = Array.from({ length: 101 }, (_, at) => `arxiv:${from + at}`);
  await sightOn('2026-03-27', 1000, ...ids.map((id) => paper(id)));
  await decide(ids, 'saved', 1100);
  await syncHere({ app: '0.1.0' });
}

it('tells how many files a device that joins has read, and nothing when it is done', async () => {
  await beginVault(asking(), code, 'Desk');
  for (const from of [0, 1000, 2000, 3000]) await sentPack(from);
  expect((await readSyncState()).progress).toBeUndefined();
  await new Device('other').on(async () => {
    const remote = new WebdavRemote(asking().account);
    const file = await vaultIn({ remote, signal });
    if (!file) throw new Error('nothing is there');
    await join(asking(), await planJoin(asking(), file, code, 'Laptop'));
    expect(await toldIn(() => syncHere({ app: '0.1.0' }))).toEqual([
      { of: 'files', done: 3, total: 4 },
    ]);
    expect((await readSyncState()).progress).toBeUndefined();
  });
});
