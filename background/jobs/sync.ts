import { browser } from '../../lib/browser';
import { lastChangeAt } from '../../lib/changes';
import { withOffscreen } from '../../lib/offscreen';
import { readSyncAccount, type SyncAccount, syncNeeds } from '../../lib/sync-account';
import { askForRound } from '../../lib/sync-round';
import { changeSyncState, readSyncState } from '../../lib/sync-state';
import { hasUnsent } from '../../store/sync/waiting';

const [minute, hour] = [60_000, 3_600_000];

/**
 * When the next round is due, in ms since the epoch: a minute after the last change that other devices do not have, else an
 * hour after the last round; after one that failed, when it may be tried again. `undefined` where nothing is synced, or only
 * the reader can help.
 */
export async function nextSync(): Promise<number | undefined> {
  const { since, endedAt = 0, problem, retryAt } = await readSyncState();
  if (since === undefined) return undefined;
  if (problem) return retryAt;
  const changedAt = await lastChangeAt();
  const hourly = endedAt + hour;
  if (changedAt <= endedAt || !(await hasUnsent())) return hourly;
  return Math.min(hourly, changedAt + minute);
}

/** Does a round in the hidden page, where there is room for what that needs. What goes wrong is in the state. */
export async function syncNow(): Promise<void> {
  const account = await readSyncAccount();
  if (!account) return;
  const code = await lackOf(account);
  if (code) return changeSyncState({ problem: { code }, retryAt: undefined });
  const app = browser.runtime.getManifest().version;
  await withOffscreen(() => askForRound(app));
}

/** What the browser does not allow any more, as a code of wording/sync.ts. */
async function lackOf(account: SyncAccount): Promise<string | undefined> {
  const { origins, permissions } = syncNeeds(account);
  if (!(await browser.permissions.contains({ origins }))) return 'noPermission';
  return (await browser.permissions.contains({ permissions })) ? undefined : 'noPage';
}
