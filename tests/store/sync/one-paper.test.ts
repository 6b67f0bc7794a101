import { expect, it } from 'vitest';
import { changeMany } from '../../../store/actions/change';
import { undoAction, undoLast } from '../../../store/actions/undo';
import { refuseSame } from '../../../store/duplicates/answer';
import { findDuplicates } from '../../../store/duplicates/find';
import { recordsOf } from '../../../store/records/queries';
import { recordSighting } from '../../../store/records/sightings';
import { toolsFor } from '../../../store/sync/tools';
import { decide } from '../../../store/words/decide';
import { MemoryRemote } from '../../../sync/remotes/memory';
import { round } from '../../../sync/round/round';
import { createdVault, joinedVault, vaultIn } from '../../../sync/set-up';
import { Device } from '../../support/devices';
import { paper, sightOn, useFreshStore } from '../../support/store';

useFreshStore();

const { signal } = new AbortController();
const [preprint, copy, alias] = ['arxiv:2501.00001', 'doi:10.1145/1.2', 'pmid:7'];
const title = 'Scaling Laws for Reward Models';
const remote = new MemoryRemote();
const [one, other] = [new Device('one'), new Device('other')];

const sync = (device: Device) =>
  device.on(async (local) => {
    const tools = toolsFor(local, remote, { app: '0.1.0', signal });
    expect(await round(tools)).toMatchObject({ kind: 'done' });
  });

async function setUp(device: Device): Promise<void> {
  await device.on(async (local) => {
    const tools = toolsFor(local, remote, { app: '0.1.0', signal });
    const file = await vaultIn(tools);
    const own = file
      ? await joinedVault(tools, file, 'a code', device.name)
      : await createdVault(tools, 'a code', device.name);
    await local.restart(own, Number.POSITIVE_INFINITY);
  });
}

const pairs = (device: Device) =>
  device.on(async () => (await findDuplicates())?.map(({ ids }) => ids));

it('carries what the reader said of two papers, of versions and of copies, and its undoing', async () => {
  await setUp(one);
  await setUp(other);
  await one.on(async () => {
    await sightOn('2026-03-27', 1000, paper(preprint, { title, version: 1, aliases: [alias] }));
    await sightOn('2026-03-27', 1000, paper(copy, { title }));
    await decide([preprint, copy], 'unread', 1100);
    await changeMany([preprint], { kind: 'lead', to: alias }, 1200);
  });
  await sync(one);
  await sync(other);
  expect(await pairs(other)).toEqual([[preprint, copy]]);
  expect(await other.on(() => recordsOf([preprint]))).toMatchObject([
    { savedVersion: 1, lead: alias },
  ]);

  const refused = await one.on(() => refuseSame(preprint, copy, 2000));
  await sync(one);
  await sync(other);
  expect(await pairs(other)).toEqual([]);
  await other.on(() =>
    recordSighting({
      digest: 'arxiv:abs:2501.00001',
      shows: 'paper',
      visitAt: 2100,
      papers: [paper(preprint, { title, version: 3, aliases: [copy] })],
    }),
  );
  expect(await other.on(() => recordsOf([preprint, copy]))).toMatchObject([
    { id: preprint, version: 3, savedVersion: 1 },
    { id: copy },
  ]);

  await one.on(() => undoAction(refused.action ?? 0, 3000));
  await one.on(() => undoLast(3100));
  await sync(one);
  await sync(other);
  expect(await pairs(other)).toEqual([[preprint, copy]]);
  const [record] = await other.on(() => recordsOf([preprint]));
  expect(record).not.toHaveProperty('lead');
});
