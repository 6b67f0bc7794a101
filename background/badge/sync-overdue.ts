import { readSyncState, type SyncState } from '../../lib/sync-state';
import { dateAndTime, text } from '../../lib/text';
import { syncSentence } from '../../wording/sync';

/** How long a device may be without the others until its icon says so, in ms. */
const day = 86_400_000;

/**
 * What the icon says of a device that has not been in step with the others for more than a day, and why that is;
 * `undefined` where it has, or where nothing is synced.
 * @param now ms since the epoch.
 */
export function overdueText(
  { since, succeededAt, problem }: SyncState,
  now: number,
): string | undefined {
  if (since === undefined) return undefined;
  const at = succeededAt ?? since;
  if (now - at <= day) return undefined;
  const why = problem ? syncSentence(problem.code, problem.detail) : text('syncBehindUnasked');
  return text(succeededAt === undefined ? 'syncBehindNever' : 'syncBehind', dateAndTime(at), why);
}

/** The same, of how it stands now. */
export async function readOverdue(now: number): Promise<string | undefined> {
  return overdueText(await readSyncState(), now);
}
