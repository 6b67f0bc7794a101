import { browser } from './browser';

const key = 'syncOrigins';

/** Notes, before the browser is asked, that it is asked for an address as storage, and not to be there as on a site. */
export async function noteSyncOrigins(origins: readonly string[]): Promise<void> {
  await browser.storage.local.set({ [key]: origins });
}

/** The match patterns that were asked for as storage; whatever is damaged is none. */
export async function syncOrigins(): Promise<readonly string[]> {
  const stored = (await browser.storage.local.get(key))[key];
  return Array.isArray(stored) ? stored : [];
}

/** Gives back what was allowed for the storage. */
export async function returnSyncOrigins(): Promise<void> {
  const origins = [...(await syncOrigins())];
  if (origins.length) await browser.permissions.remove({ origins }).catch(() => false);
  await browser.storage.local.remove(key);
}
