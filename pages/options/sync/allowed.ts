import { browser } from '../../../lib/browser';
import { allowDirectory } from '../../../lib/directory';
import { type SyncAccount, syncNeeds } from '../../../lib/sync-account';
import { noteSyncOrigins } from '../../../lib/sync-origin';
import type { MessageKey } from '../../../lib/text';

/**
 * Has the browser allow what an account needs, where it does not yet. Call within a click, and wait for nothing before:
 * Firefox asks the reader within the click alone.
 */
export async function allow(account: SyncAccount): Promise<boolean> {
  const needs = syncNeeds(account);
  const noted = noteSyncOrigins(needs.origins);
  const isGranted = await browser.permissions.request(needs).catch(() => false);
  await noted;
  // Last, since the browser takes what it asks here for a click that is over.
  if (!isGranted || account.kind !== 'folder') return isGranted;
  return allowDirectory(account.directory).catch(() => false);
}

/** What is said where the browser was not allowed it. */
export function refusedOf({ kind }: SyncAccount): MessageKey {
  return kind === 'folder' ? 'syncFolderRefused' : 'syncRefused';
}
