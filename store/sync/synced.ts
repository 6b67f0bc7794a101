import type { Own } from '../../sync/local';
import { renewConnections } from '../database/renew';
import { withDatabase } from '../database/with-database';
import { putSelf, readSelf } from '../words/device';

/** Where what this device knows of itself lies; in no backup. */
export const ownKey = 'sync';

/**
 * What this device knows of itself and the vault; `undefined` where nothing is synced.
 * @throws StoreError
 */
export async function readOwn(): Promise<Own | undefined> {
  return withDatabase(
    async (database) => (await database.get('profile', ownKey)) as Own | undefined,
  );
}

/**
 * Has what is said from now on marked in every context, or not.
 * @throws StoreError
 */
export async function keepSynced(isSynced: boolean): Promise<void> {
  const { device } = await readSelf();
  await withDatabase(async (database) => {
    const { store, done } = database.transaction('profile', 'readwrite');
    putSelf(store, { device, isSynced });
    await done;
  });
  await renewConnections();
}
