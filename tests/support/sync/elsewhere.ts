import type { Remote } from '../../../sync/remotes/remote';
import { joinedVault, vaultIn } from '../../../sync/set-up';
import { readCode } from '../../../sync/vault/code';
import { Device } from './device';

const { signal } = new AbortController();

/** Another device of the reader's, which has joined the list in a storage by its code and has read all of it. */
export async function elsewhere(
  remote: Remote,
  { code, name, now }: { readonly code: string; readonly name: string; readonly now: number },
): Promise<Device> {
  const device = new Device(name, { now, remote }, now + name.length);
  const file = await vaultIn({ remote, signal });
  const read = readCode(code);
  if (!file || !('code' in read)) throw new Error('there is no list, or this is no code');
  await device.local.restart(await joinedVault(device.tools(), file, read.code, name));
  await device.round();
  return device;
}
