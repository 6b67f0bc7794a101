import { browser } from './browser';
import { forgetSite, grantedSites } from './granted';

const key = 'syncOrigins';

/**
 * Notes, before the browser is asked, that it is asked for an address as storage. A site that the reader refused, or took
 * away in the browser's own menus, is not wanted because of that.
 */
export async function noteSyncOrigins(origins: readonly string[]): Promise<void> {
  const asked = { origins: [...origins] };
  const isAllowed = browser.permissions.contains(asked);
  const before = await syncOrigins();
  await browser.storage.local.set({ [key]: [...new Set([...before, ...origins])] });
  if (!(await isAllowed)) await Promise.all(origins.map(forgetSite));
}

/** The match patterns that were asked for as storage; whatever is damaged is none. */
export async function syncOrigins(): Promise<readonly string[]> {
  const stored = (await browser.storage.local.get(key))[key];
  return Array.isArray(stored) ? stored : [];
}

/** Gives back what was allowed for the storage, unless the reader wants Offprint on that site as well. */
export async function returnSyncOrigins(): Promise<void> {
  const sites = await grantedSites([]);
  const origins = (await syncOrigins()).filter((origin) => !sites.includes(origin));
  if (origins.length) await browser.permissions.remove({ origins }).catch(() => false);
  await browser.storage.local.remove(key);
}
