import { type SyncAccount, syncAccountIn } from '../../lib/sync-account';
import { withDatabase } from '../database/with-database';

/**
 * Beside the vault's key, where no script of a page can read it, as it could in `storage.local`; in no backup, no export and
 * nothing that is sent but the requests to the account itself.
 */
const key = 'account';

/**
 * Reads where the reader's devices meet; `undefined` where they do not, or what is kept is damaged.
 * @throws StoreError
 */
export async function readSyncAccount(): Promise<SyncAccount | undefined> {
  return syncAccountIn(await withDatabase((database) => database.get('profile', key)));
}

/**
 * Keeps it.
 * @throws StoreError
 */
export async function writeSyncAccount(account: SyncAccount): Promise<void> {
  await withDatabase((database) => database.put('profile', account, key));
}

/**
 * Forgets it.
 * @throws StoreError
 */
export async function forgetSyncAccount(): Promise<void> {
  await withDatabase((database) => database.delete('profile', key));
}
