import { MemoryRemote } from '../../../sync/remotes/memory';
import { newVault, type OpenVault } from '../../../sync/vault/vault';
import { vaultFileBytes, vaultFileName } from '../../../sync/vault/vault-file';
import { Device, randomBytes, seeded } from './device';
import { knownKey } from './files-at-once';

let vault: Promise<OpenVault> | undefined;

/** A vault that is open: one for all tests of a file, since deriving its key takes its time. */
export function someVault(): Promise<OpenVault> {
  vault ??= newVault('a code', { now: 1, random: randomBytes(seeded(7)) });
  return vault;
}

/** The same, whose files can also be sealed at once: see files-at-once.ts. */
export async function someVaultAtOnce(): Promise<OpenVault> {
  const open = await someVault();
  const random = randomBytes(seeded(7));
  // Its name, then its key.
  random(16);
  for (const { root } of open.keys) knownKey(root, random(32));
  return open;
}

/** Some devices of one reader on one storage in memory. */
export async function someDevices(count: number) {
  const world = { now: 1_700_000_000_000, remote: new MemoryRemote() };
  const open = await someVault();
  const devices = Array.from(
    { length: count },
    (_, at) => new Device(`device${at}`, world, at + 1),
  );
  const file = vaultFileName(open.file, 'first');
  world.remote.keep(file, vaultFileBytes(open.file));
  for (const device of devices) await device.join(open);
  return { world, devices };
}

/** Whatever the reader said on a device, as a text: equal where the devices agree. */
export function sayingsOf({ local }: Device): unknown {
  const { papers, rows } = local.state;
  const inOrder = <Value>(map: ReadonlyMap<string, Value>) =>
    [...map].sort(([one], [other]) => (one < other ? -1 : 1));
  return { papers: inOrder(papers), rows: inOrder(rows) };
}
