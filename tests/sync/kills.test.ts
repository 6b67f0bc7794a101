import { expect, it } from 'vitest';
import { MemoryRemote } from '../../sync/remotes/memory';
import { Device, seeded } from '../support/sync/device';
import { FaultyRemote, Killed } from '../support/sync/faulty-remote';
import { sayingsOf, someVault } from '../support/sync/world';

/** Two devices, one of which has something to say and something to hear. */
async function begun() {
  const remote = new FaultyRemote(new MemoryRemote(), seeded(1));
  const world = { now: 1_700_000_000_000, remote };
  const [one, other] = [new Device('one', world, 1), new Device('other', world, 2)];
  for (const device of [one, other]) {
    await device.join(await someVault());
    device.stand('arxiv:1', 'unread');
    await device.round();
  }
  world.now += 1_000;
  other.note('arxiv:1', 'Theirs.');
  other.stand('arxiv:2', 'read');
  await other.round();
  one.note('arxiv:1', 'Mine.');
  one.tag('arxiv:3', 'vision');
  return { world, one, other };
}

/** Has a device killed in its round after so many steps; tells whether it was. */
async function killedAfter(steps: number, cutAt: number): Promise<boolean> {
  const { world, one, other } = await begun();
  let left = steps;
  const step = () => {
    left -= 1;
    if (left < 0) throw new Killed();
  };
  world.remote.cutAt = cutAt;
  [world.remote.step, one.local.step] = [step, step];
  const isKilled = await one.round().then(
    () => false,
    (error: unknown) => {
      if (!(error instanceof Killed)) throw error;
      return true;
    },
  );
  [world.remote.step, one.local.step] = [() => {}, () => {}];
  for (const device of [one, other, one, other]) await device.round();
  const what = `killed after ${steps} steps, ${cutAt} of the bytes written`;
  expect(sayingsOf(one), what).toEqual(sayingsOf(other));
  const texts = one.said('arxiv:1').words.note?.versions.map(({ text }) => text);
  expect(texts, what).toEqual(['Mine.', 'Theirs.']);
  expect(one.said('arxiv:3').words.tags, what).toHaveProperty('vision');
  expect(one.local.state.outbox, what).toEqual([]);
  return isKilled;
}

it.each([0, 0.6])(
  'survives a kill before, in and after every request and transaction, %d of the bytes written',
  async (cutAt) => {
    let steps = 0;
    while (await killedAfter(steps, cutAt)) steps += 1;
    expect(steps).toBeGreaterThan(25);
  },
);
