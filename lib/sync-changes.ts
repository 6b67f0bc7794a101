import { onStored } from './stored';

/** Where the state of the sync is stored; see `SyncState`. */
export const syncKey = 'sync';

/** Calls back with the state as it is stored whenever it changes, in whichever context, until the signal aborts. */
export function onStoredSync(callback: (stored: unknown) => void, signal?: AbortSignal): void {
  onStored(syncKey, callback, signal);
}
