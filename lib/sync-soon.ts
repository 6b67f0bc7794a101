import { announceChange } from './announce';
import { browser } from './browser';
import { report } from './report';
import { syncKey } from './sync-changes';
import type { SyncState } from './sync-state';

const key = 'syncWanted';

/** How old the last round may be when the reader opens a page, in ms. */
const fresh = 5 * 60_000;

/**
 * Told by a page that the reader opens: has the background sync soon, where the last round was some minutes ago. Where
 * nothing is synced, nothing is written and nobody is woken. A failure is reported: the round comes within the hour anyway.
 * @param now ms since the epoch.
 */
export async function wantSync(now: number): Promise<void> {
  try {
    const stored = (await browser.storage.local.get(syncKey))[syncKey];
    const { since, endedAt = 0 } = (stored ?? {}) as SyncState;
    if (since === undefined || now - endedAt < fresh) return;
    await browser.storage.session.set({ [key]: now });
    await announceChange({ stores: [], ids: [] });
  } catch (error) {
    report('sync', error);
  }
}

/** When a page was last opened that wanted more than there was, in ms since the epoch; 0 when none was. */
export async function syncWantedAt(): Promise<number> {
  const stored = (await browser.storage.session.get(key))[key];
  return typeof stored === 'number' ? stored : 0;
}
