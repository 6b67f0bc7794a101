import { expect, it } from 'vitest';
import { undoLast } from '../../../store/actions/undo';
import { connection } from '../../../store/database/connection';
import { learnDecisions } from '../../../store/ranking/learn-decisions';
import { toolsFor } from '../../../store/sync/tools';
import { decide } from '../../../store/words/decide';
import { MemoryRemote } from '../../../sync/remotes/memory';
import { round } from '../../../sync/round/round';
import { createdVault, joinedVault, vaultIn } from '../../../sync/set-up';
import { Device } from '../../support/devices';
import { paper, sightOn, useFreshStore } from '../../support/store';

useFreshStore();

const { signal } = new AbortController();
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

const logOf = (device: Device) => device.on(async () => (await connection()).getAll('decisions'));
const knowledgeOf = (device: Device) => device.on(async () => (await learnDecisions()).weights);

it('has each device learn of what was decided on the others, and forget what was taken back there', async () => {
  await setUp(one);
  await setUp(other);
  await one.on(async () => {
    await sightOn(
      '2026-03-27',
      1000,
      ...['1', '2', '3', '4', '5'].map((at) => paper(`arxiv:${at}`)),
    );
    await decide(['arxiv:1'], 'unread', 1100);
    await decide(['arxiv:2', 'arxiv:3'], 'dismissed', 1200);
    await decide(['arxiv:5'], 'unread', 1250);
    await decide(['arxiv:4'], 'unread', 1300);
  });
  // Who saves a paper on both devices has said it once.
  await other.on(async () => {
    await sightOn('2026-03-27', 1010, paper('arxiv:5'));
    await decide(['arxiv:5'], 'unread', 1240);
  });
  await sync(one);
  await sync(other);
  const told = (await logOf(other)).map(({ at, what, by, ids }) => ({ at, what, by, ids }));
  expect(told.toSorted((x, y) => x.at - y.at)).toEqual([
    { at: 1100, what: 'unread', by: 'reader', ids: ['arxiv:1'] },
    { at: 1200, what: 'dismissed', by: 'reader', ids: ['arxiv:2'] },
    { at: 1200, what: 'dismissed', by: 'bulk', ids: ['arxiv:3'] },
    { at: 1240, what: 'saved', by: 'reader', ids: ['arxiv:5'] },
    { at: 1300, what: 'unread', by: 'reader', ids: ['arxiv:4'] },
  ]);
  const weights = await knowledgeOf(other);
  expect(weights).toMatchObject({ decisions: 5, yes: 3 });

  await one.on(() => undoLast(1400));
  await sync(one);
  await sync(other);
  expect(await knowledgeOf(other)).toMatchObject({ decisions: 4, yes: 2 });

  await sync(one);
  await sync(other);
  expect(await logOf(other)).toHaveLength(5);
});
