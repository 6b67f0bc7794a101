import { type BackupState, changeBackupState, readBackupState } from '../../lib/backup-state';
import { browser } from '../../lib/browser';
import { lastChangeAt } from '../../lib/changes';
import { addNotice } from '../../lib/notices';
import { readOptions } from '../../lib/options';
import { keepBackup } from '../../store/backup/kept/keep';
import { downloadWeekly } from './backup-download';

const hour = 3_600_000;
/** From one backup to the next: less than a day, so that who comes at the same hour each day has one of each day. */
const period = 20 * hour;
/** How long nothing may have changed before everything is read, and for how long that is waited for at most. */
const quiet = 120_000;
const patience = 6 * hour;

/**
 * When to keep the next backup: a day after the last, in a quiet moment. In ms since the epoch; `undefined` before anything
 * was ever changed.
 * @param now A clock that was wrong has said nothing of the future.
 */
export async function nextBackup(now: number): Promise<number | undefined> {
  const [{ checkedAt }, changedAt] = await Promise.all([readBackupState(), lastChangeAt()]);
  if (checkedAt === undefined || checkedAt > now) return changedAt ? changedAt + quiet : undefined;
  const due = checkedAt + period;
  return Math.min(Math.max(due, changedAt + quiet), due + patience);
}

/**
 * Keeps a backup where something has changed since the last one, and puts one a week into the downloads folder where
 * the reader wants that. A failure is told once, until there is one again; a browser that has no place for backups fails in nothing.
 * @throws StoreError, DOMException: it is to be tried again.
 */
export async function backUp(now: number): Promise<void> {
  const before = await readBackupState();
  try {
    const app = browser.runtime.getManifest().version;
    await keepBackup({ now, app, limit: (await readOptions()).backupLimit * 1e6 });
    await downloadWeekly(now);
  } catch (error) {
    if (!isNamed(error, 'SecurityError')) {
      await tellFailure(error, before, now);
      throw error;
    }
  }
  await changeBackupState({ checkedAt: now, failure: undefined });
}

async function tellFailure(error: unknown, before: BackupState, now: number): Promise<void> {
  const reason = error instanceof Error ? error.message : String(error);
  const at = before.failure?.at ?? now;
  await changeBackupState({
    failure: { at, isFull: isNamed(error, 'QuotaExceededError'), reason },
  });
  if (!before.failure) await addNotice('unkept', 1, now);
}

function isNamed(error: unknown, name: string): boolean {
  return error instanceof DOMException && error.name === name;
}
