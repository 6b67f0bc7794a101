import { browser } from '../../lib/browser';
import { isDirectoryAllowed } from '../../lib/directory';
import { withOffscreen } from '../../lib/offscreen';
import { type SyncAccount, syncNeeds } from '../../lib/sync-account';
import { askForRound } from '../../lib/sync-round';
import { changeSyncState } from '../../lib/sync-state';

import { readSyncAccount } from '../../store/sync/account';

export { nextSync } from '../../store/sync/next';

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
  if (account.kind === 'folder' && !(await isDirectoryAllowed(account.directory)))
    return 'folderNotAllowed';
  const { origins, permissions } = syncNeeds(account);
  if (origins.length && !(await browser.permissions.contains({ origins }))) return 'noPermission';
  return (await browser.permissions.contains({ permissions })) ? undefined : 'noPage';
}
