import type { SyncAccount } from '../../lib/sync-account';
import { changeSyncState, readSyncState, tellSyncChanged } from '../../lib/sync-state';
import { removedDevice, withoutVault } from '../../sync/leave';
import type { Own } from '../../sync/local';
import type { Outcome } from '../../sync/round/report';
import { round } from '../../sync/round/round';
import { changedVault, createdVault, joinedVault, vaultIn, withKeysOf } from '../../sync/set-up';
import type { VaultFile } from '../../sync/vault/vault-file';
import { writeSyncAccount } from './account';
import { disconnect } from './disconnect';
import { StoreLocal } from './local';
import { aloneInSync } from './lock';
import { remoteOf } from './remote';
import { readOwn } from './synced';
import { toolsFor } from './tools';
import { TrialLocal, TrialRemote } from './trial';

/** With what the storage is asked. */
export interface Asking {
  readonly account: SyncAccount;
  /** The version of Offprint. */
  readonly app: string;
  readonly signal: AbortSignal;
}

/** The vault in the reader's folder, where one of their devices has made it; throws as `vaultIn` of sync/ does. */
export function findVault(asking: Asking): Promise<VaultFile | undefined> {
  return vaultIn(toolsOf(asking));
}

/**
 * Begins a vault with the list that is here. The first round publishes it.
 * @param name What the reader calls this device.
 * @throws RemoteError, StoreError
 */
export async function beginVault(asking: Asking, code: string, name: string): Promise<void> {
  const own = await createdVault(toolsOf(asking), code, name);
  await begin(asking.account, own);
}

/** A list that this device may join. */
export interface Joining {
  readonly own: Own;
  /** What the first round would do. */
  readonly outcome: Outcome;
}

/**
 * Opens the vault that is there and tells what joining would do; nothing is changed.
 * @throws VaultError, RemoteError, StoreError
 */
export async function planJoin(
  asking: Asking,
  file: VaultFile,
  code: string,
  name: string,
): Promise<Joining> {
  const tools = toolsOf(asking);
  const own = await joinedVault(tools, file, code, name);
  return { own, outcome: await tried(asking, own) };
}

/** Joins; the first round merges the two lists. */
export function join({ account }: Asking, { own }: Joining): Promise<void> {
  return begin(account, own);
}

/**
 * Tells what a round would do now; nothing is changed, here or there.
 * @param joining Given of a device that is not synced yet.
 */
export function tried(asking: Asking, joining?: Own): Promise<Outcome> {
  const { local, remote, ...tools } = toolsOf(asking);
  const trial = { local: new TrialLocal(local, joining), remote: new TrialRemote(remote) };
  return round({ ...tools, ...trial });
}

/**
 * Gives this device the keys after the code was changed elsewhere.
 * @throws VaultError, RemoteError, StoreError
 */
export async function giveCode(asking: Asking, code: string): Promise<void> {
  await changeOwn((own) => withKeysOf(toolsOf(asking), own, code));
}

/**
 * Changes the code, with a new key where a device was lost.
 * @throws VaultError `wrongCode`; RemoteError, StoreError
 */
export async function changeCode(
  asking: Asking,
  change: { readonly secret: string; readonly fresh: string; readonly isKeyNew: boolean },
): Promise<void> {
  await changeOwn((own) => changedVault(toolsOf(asking), own, change));
}

/**
 * Takes away what a device that is lost or no longer used has in the storage, when all of it has been read and written anew.
 * @returns How the round before that ended; only where it is `done`, and nothing is missing, is the device gone.
 * @throws RemoteError, StoreError
 */
export async function removeDevice(asking: Asking, device: string): Promise<Outcome> {
  const { isWithoutAbstracts = false } = await readSyncState();
  const local = new StoreLocal({ now: Date.now, isWithoutAbstracts });
  return aloneInSync(() => removedDevice({ ...toolsOf(asking), local }, device));
}

/** Calls this device something else, from its next round on. */
export async function renameDevice(name: string): Promise<void> {
  await changeOwn(async (own) => ({ ...own, name }));
}

/**
 * Ends the sync on this device. What is here stays.
 * @param asking Given to delete what lies in the storage, all devices' included; what cannot be is told by throwing, when
 * this device has left.
 * @throws RemoteError, StoreError
 */
export async function leave(asking?: Asking): Promise<void> {
  await disconnect();
  if (asking) await aloneInSync(() => withoutVault(toolsOf(asking)));
}

async function begin(account: SyncAccount, own: Own): Promise<void> {
  await aloneInSync(async () => {
    const local = new StoreLocal({ now: Date.now });
    await local.restart(own, Number.POSITIVE_INFINITY);
    await writeSyncAccount(account);
    await changeSyncState({ since: Date.now(), problem: undefined, retryAt: undefined });
  });
  await tellSyncChanged();
}

async function changeOwn(change: (own: Own) => Promise<Own>): Promise<void> {
  await aloneInSync(async () => {
    const own = await readOwn();
    if (!own) return;
    await new StoreLocal({ now: Date.now }).keepOwn(await change(own));
    const { problem } = await readSyncState();
    if (problem?.code === 'needsCode')
      await changeSyncState({ problem: undefined, retryAt: undefined });
  });
}

function toolsOf({ account, app, signal }: Asking) {
  const local = new StoreLocal({ now: Date.now });
  return toolsFor(local, remoteOf(account), { app, signal });
}
