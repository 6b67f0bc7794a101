import { backupFile } from '../../../exports/backup';
import { readInPages } from '../contents';
import { alone, dropBackup, dropUnfinished, isSound, keptBackups, putBackup } from './files';
import { type KeptBackup, lastMadeFirst, superfluous } from './retention';

/** How a backup is made that is kept. */
export interface Keeping {
  /** In ms. */
  readonly now: number;
  /** The version of the extension. */
  readonly app: string;
  /** How many bytes all together may take. */
  readonly limit: number;
}

/**
 * Makes a backup of everything and keeps it, unless nothing has changed since the last one and that one is sound; deletes those that are
 * kept no longer, but only when the new one is there. What is interrupted leaves those that were there before, and windows
 * that do this at once do it one after the other.
 * @returns The backup; `undefined` where nothing has changed.
 * @throws StoreError, and DOMException as `putBackup` does.
 */
export function keepBackup(keeping: Keeping): Promise<KeptBackup | undefined> {
  return alone(() => keepNow(keeping));
}

async function keepNow({ now, app, limit }: Keeping): Promise<KeptBackup | undefined> {
  await dropUnfinished();
  const before = await keptBackups();
  const created = new Date(now).toISOString();
  const { counts, blob, sha256 } = await backupFile({ read: readInPages, app, created });
  const isEmpty = counts.papers === 0 && counts.notes === 0;
  // Nothing is no reason to let go of something: an emptied store would push out what it held.
  if (isEmpty) return undefined;
  const [last] = lastMadeFirst(before, now);
  const isSame = last?.hash === sha256;
  if (isSame && (await isSound(last.name))) return undefined;
  const backup = await putBackup(now, sha256, blob);
  if (isSame && last.name !== backup.name) await dropBackup(last.name);
  const all = (await keptBackups()).filter(({ name }) => name !== backup.name);
  for (const { name } of superfluous([...all, backup], limit, now)) await dropBackup(name);
  return backup;
}

/** Deletes every backup that is kept, one included that is being made. */
export function dropBackups(): Promise<void> {
  return alone(async () => {
    await dropUnfinished();
    for (const { name } of await keptBackups()) await dropBackup(name);
  });
}
