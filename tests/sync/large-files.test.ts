import { expect, it } from 'vitest';
import { MemoryRemote } from '../../sync/remotes/memory';
import { vaultFileBytes, vaultFileName } from '../../sync/vault/vault-file';
import { Device, randomBytes, seeded } from '../support/sync/device';
import { FaultyRemote, Killed } from '../support/sync/faulty-remote';
import { doneOf } from '../support/sync/sixty';
import { sayingsOf, someVault } from '../support/sync/world';

/** A text that does not become smaller when it is packed. */
const noise = (length: number) =>
  Buffer.from(randomBytes(seeded(length))(length)).toString('base64');

/** Devices on a storage that takes files of so many bytes; the first one has much to say. */
async function narrow(limit: number, count = 2) {
  const real = new MemoryRemote();
  const open = await someVault();
  real.keep(vaultFileName(open.file, 'first'), vaultFileBytes(open.file));
  const remote = new FaultyRemote(real, seeded(1));
  remote.limit = limit;
  const world = { now: 1_700_000_000_000, remote };
  const devices = Array.from(
    { length: count },
    (_, at) => new Device(`device${at}`, world, at + 1),
  );
  for (const device of devices) await device.join(open);
  const [one, other] = devices as [Device, Device];
  for (let at = 0; at < 60; at += 1) one.stand(`arxiv:${at}`, 'unread');
  one.note('arxiv:1', noise(20_000));
  one.note('arxiv:2', noise(3_000));
  return { remote, one, other };
}

it('goes to a storage that refuses large files in smaller ones, and is read from them', async () => {
  const { remote, one, other } = await narrow(8_000);
  expect(doneOf(await one.round()).self).toBe('same');
  const refused = remote.refused;
  expect(refused).toBeGreaterThan(0);
  expect(refused).toBeLessThan(12);
  while (doneOf(await other.round()).isMore);
  expect(sayingsOf(other)).toEqual(sayingsOf(one));
  expect(other.local.state.cards.size).toBe(60);
  // Known from then on.
  one.note('arxiv:3', noise(20_000));
  await one.round();
  expect(remote.refused).toBe(refused);
  await other.round();
  expect(sayingsOf(other)).toEqual(sayingsOf(one));
  expect(one.local.state.outbox).toEqual([]);
});

it('is told where not even small files are taken; nothing is lost, and it goes once they are', async () => {
  const { remote, one, other } = await narrow(300);
  for (let count = 0; count < 3; count += 1)
    expect(await one.round()).toMatchObject({ kind: 'failed', error: { kind: 'tooLarge' } });
  remote.limit = Number.POSITIVE_INFINITY;
  doneOf(await one.round());
  while (doneOf(await other.round()).isMore);
  expect(sayingsOf(other)).toEqual(sayingsOf(one));
});

it('survives a kill before, in and after every request and transaction of that', async () => {
  let kills = 0;
  for (let steps = 0; ; steps += 9) {
    const { remote, one, other } = await narrow(8_000);
    let left = steps;
    const step = () => {
      left -= 1;
      if (left < 0) throw new Killed();
    };
    [remote.step, one.local.step] = [step, step];
    const isKilled = await one.round().then(
      () => false,
      (error: unknown) => {
        if (!(error instanceof Killed)) throw error;
        return true;
      },
    );
    [remote.step, one.local.step] = [() => {}, () => {}];
    if (!isKilled) break;
    kills += 1;
    doneOf(await one.round());
    while (doneOf(await other.round()).isMore);
    expect(sayingsOf(other), `killed after ${steps} steps`).toEqual(sayingsOf(one));
    expect(one.local.state.outbox).toEqual([]);
  }
  expect(kills).toBeGreaterThan(4);
});
