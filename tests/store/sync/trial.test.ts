import { expect, it } from 'vitest';
import { readContents } from '../../../store/backup/contents';
import { toolsFor } from '../../../store/sync/tools';
import { TrialLocal, TrialRemote } from '../../../store/sync/trial';
import { decide } from '../../../store/words/decide';
import { MemoryRemote } from '../../../sync/remotes/memory';
import { round } from '../../../sync/round/round';
import { createdVault, joinedVault, vaultIn } from '../../../sync/set-up';
import { Device } from '../../support/devices';
import { paper, sightOn, useFreshStore } from '../../support/store';

useFreshStore();

const { signal } = new AbortController();
const ids = ['arxiv:0', 'arxiv:1', 'arxiv:2'];

const toolsOf = (device: Device, remote: MemoryRemote) =>
  toolsFor(device.local, remote, { app: '0.1.0', signal });

/** What a round says that is tried, and what is on either side afterwards. */
async function tried(
  device: Device,
  remote: MemoryRemote,
  joining?: Parameters<typeof trialOf>[2],
) {
  const stateOf = async () => [
    await readContents(),
    await device.local.own(),
    await device.local.peers(),
    await device.local.dirty(100),
    [...remote.files.keys()],
  ];
  return device.on(async () => {
    const before = await stateOf();
    const outcome = await round(trialOf(device, remote, joining));
    expect(await stateOf()).toEqual(before);
    return outcome;
  });
}

function trialOf(
  device: Device,
  remote: MemoryRemote,
  joining?: ConstructorParameters<typeof TrialLocal>[1],
) {
  const trial = { local: new TrialLocal(device.local, joining), remote: new TrialRemote(remote) };
  return { ...toolsOf(device, remote), ...trial };
}

it('a round that is tried tells what one does, and changes nothing here or there', async () => {
  const remote = new MemoryRemote();
  const [one, other] = [new Device('one'), new Device('other')];
  for (const device of [one, other])
    await device.on(() => sightOn('2026-03-27', 1000, ...ids.map((id) => paper(id))));
  await one.on(async (local) => {
    await decide(ids.slice(0, 2), 'saved', 2000);
    const tools = toolsOf(one, remote);
    await local.restart(await createdVault(tools, 'a code', 'one'), 0);
    expect(await round(tools)).toMatchObject({ kind: 'done' });
    expect(await tried(one, remote)).toMatchObject({ done: { files: 0, changed: 0, came: 0 } });
  });
  await other.on(() => decide(ids.slice(1), 'saved', 3000));
  const file = await vaultIn({ remote, signal });
  if (!file) throw new Error('no vault');
  const joining = await other.on(() =>
    joinedVault(toolsOf(other, remote), file, 'a code', 'other'),
  );
  const plan = await tried(other, remote, joining);
  expect(plan).toMatchObject({ done: { there: 2, here: 2, both: 1 } });
  await other.on(async (local) => {
    await local.restart(joining, 0);
    const before = await tried(other, remote);
    const after = await round(toolsOf(other, remote));
    const kept = ({ kind, done }: { kind: string; done?: { changed: number; came: number } }) => [
      kind,
      done?.changed,
      done?.came,
    ];
    expect(kept(before as never)).toEqual(kept(after as never));
    expect(after).toMatchObject({ kind: 'done' });
  });
  await one.on(() => decide(['arxiv:0'], 'dismissed', 5000));
  const dry = await tried(one, remote);
  expect(dry).toMatchObject({ kind: 'done', done: { came: 0 } });
  expect(dry.kind === 'done' && dry.done.files).toBeGreaterThan(0);
});
