import { filePath, headFolder, headPath } from './round/paths';
import type { Outcome } from './round/report';
import { round } from './round/round';
import type { Tools } from './round/tools';
import { vaultFileNames } from './vault/vault-file';

type Storage = Pick<Tools, 'remote' | 'signal'>;

/**
 * Takes away what a device wrote that is lost or no longer used. First this device reads what that one has said, and
 * writes all that there is anew, so that nothing goes that only the other one had. Should it come back, it joins again.
 * @returns How the round ended. Nothing is taken away unless it is `done`, and nothing of a device that could not be read.
 * @throws RemoteError
 */
export async function removedDevice(tools: Tools, device: string): Promise<Outcome> {
  const outcome = await round(tools, { isWhole: true });
  if (outcome.kind !== 'done') return outcome;
  const { isMore, missing, unreadable, rolledBack } = outcome.done;
  const isUnread = [...(unreadable ?? []), ...(rolledBack ?? [])].some(
    (one) => one.device === device,
  );
  if (isMore || missing.length || isUnread) return outcome;
  await withoutFilesOf(tools, device);
  await tools.local.forget(device);
  return outcome;
}

/** Takes away what a device has in the storage: its heads first, which name the rest. */
export async function withoutFilesOf({ remote, signal }: Storage, device: string): Promise<void> {
  for (const count of [0, 1]) await remote.remove(headPath(device, count), signal);
  for (const { name } of await remote.list(filePath(device, '').slice(0, -1), signal))
    await remote.remove(filePath(device, name), signal);
}

/** Takes everything of Offprint's out of a folder, for all devices: each keeps its list, and is told. */
export async function withoutVault({ remote, signal }: Storage): Promise<void> {
  const root = await remote.list('', signal);
  for (const name of vaultFileNames(root.map((entry) => entry.name)))
    await remote.remove(name, signal);
  for (const { name } of await remote.list(headFolder, signal))
    await remote.remove(`${headFolder}/${name}`, signal);
  for (const { name: device } of await remote.list('d', signal)) {
    await withoutFilesOf({ remote, signal }, device);
    await remote.remove(`d/${device}`, signal);
  }
  for (const path of [headFolder, 'd', 'README.txt']) await remote.remove(path, signal);
}
