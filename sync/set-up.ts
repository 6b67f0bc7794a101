import { bytesOf } from './bytes';
import type { Own } from './local';
import { newDevice, writeVault } from './round/ready';
import type { Tools } from './round/tools';
import { vaultFiles } from './round/vault-news';
import { VaultError } from './vault/errors';
import { newVault, openVault, withCode, withNewKey } from './vault/vault';
import { countOfVault, type VaultFile, vaultFileName, vaultFileNames } from './vault/vault-file';

const readme = `This folder is written by Offprint, a browser extension that keeps a reading list of papers.
It holds the list of all your devices, encrypted. Do not change, rename or remove single files.
To stop, take this folder away as a whole: the list stays on every device.
`;

type SetUp = Pick<Tools, 'remote' | 'signal' | 'now' | 'random' | 'wait'>;

/**
 * The vault that lies in a folder, if one does.
 * @throws VaultError `newer` or `unsafe`; RemoteError
 */
export async function vaultIn(
  tools: Pick<Tools, 'remote' | 'signal'>,
): Promise<VaultFile | undefined> {
  for await (const file of vaultFiles(tools)) return file;
  return undefined;
}

/**
 * Makes a vault in a folder that has none.
 * @param name What the reader calls this device.
 * @returns What this device is from now on: for `Local.restart`. Its first round publishes the list.
 * @throws RemoteError; VaultError `damaged` where another device makes one at the same time, whose counts.
 */
export async function createdVault(tools: SetUp, secret: string, name: string): Promise<Own> {
  const { file, keys } = await newVault(secret, { now: tools.now(), random: tools.random });
  const own = newDevice(tools, { file, keys, name });
  await tools.remote.put('README.txt', bytesOf(readme), tools.signal);
  await writeVault(tools, own);
  const found = await vaultIn(tools);
  if (found?.vault === file.vault) return own;
  await tools.remote.remove(vaultFileName(file, own.device), tools.signal);
  throw new VaultError('damaged', 'another device has just made a vault in this folder');
}

/**
 * Opens the vault of others.
 * @returns What this device is from now on: for `Local.restart`. Its first round merges the two lists.
 * @throws VaultError
 */
export async function joinedVault(
  tools: Pick<Tools, 'random'>,
  file: VaultFile,
  secret: string,
  name: string,
): Promise<Own> {
  return newDevice(tools, { ...(await openVault(file, secret)), name });
}

/**
 * Gives a device the keys that it does not have, after somebody changed the code or the key.
 * @throws VaultError, or RemoteError; `damaged` also where the folder has no vault, or another one.
 */
export async function withKeysOf(
  tools: Pick<Tools, 'remote' | 'signal'>,
  own: Own,
  secret: string,
): Promise<Own> {
  const file = await vaultIn(tools);
  if (file?.vault !== own.file.vault || file.count < own.file.count)
    throw new VaultError('damaged', 'the vault file is older, or of another vault');
  return { ...own, ...(await openVault(file, secret)) };
}

/**
 * Changes the code, or, after a device was lost, code and key. Everything that this device wrote is sealed anew with
 * its next round, and what others wrote with theirs, once they were given the new code.
 * @returns What is to be kept (`Local.keepOwn`), once it is in the storage.
 * @throws VaultError `wrongCode`; RemoteError
 */
export async function changedVault(
  tools: SetUp,
  own: Own,
  {
    secret,
    fresh,
    isKeyNew,
  }: {
    readonly secret: string;
    readonly fresh: string;
    readonly isKeyNew: boolean;
  },
): Promise<Own> {
  const newest = (await vaultIn(tools)) ?? own.file;
  const change = isKeyNew ? withNewKey : withCode;
  const vault = await change(newest, secret, fresh, { now: tools.now(), random: tools.random });
  const changed = { ...own, ...vault };
  await writeVault(tools, changed);
  await withoutOlder(tools, changed.file.count);
  return changed;
}

/** Takes away what the old code opens. */
async function withoutOlder(
  { remote, signal }: Pick<Tools, 'remote' | 'signal'>,
  count: number,
): Promise<void> {
  const names = vaultFileNames((await remote.list('', signal)).map(({ name }) => name));
  for (const name of names) if (countOfVault(name) < count) await remote.remove(name, signal);
}
