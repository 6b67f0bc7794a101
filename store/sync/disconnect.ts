import { forgetSyncState, tellSyncChanged } from '../../lib/sync-state';
import { withDatabase } from '../database/with-database';
import { forgetSyncAccount } from './account';
import { aloneInSync } from './lock';
import { keepSynced, ownKey } from './synced';

/**
 * Ends the sync on this device: nothing is marked any more, and who could get in is forgotten. What the reader said stays,
 * and what lies in the storage.
 * @throws StoreError
 */
export async function disconnect(): Promise<void> {
  await aloneInSync(async () => {
    await keepSynced(false);
    await withDatabase(async (database) => {
      const stores = ['documents', 'outbox', 'peers', 'dirty'] as const;
      const transaction = database.transaction([...stores, 'profile' as const], 'readwrite');
      await Promise.all([
        transaction.objectStore('profile').delete(ownKey),
        ...stores.map((name) => transaction.objectStore(name).clear()),
        transaction.done,
      ]);
    });
    await Promise.all([forgetSyncAccount(), forgetSyncState()]);
  });
  await tellSyncChanged();
}
