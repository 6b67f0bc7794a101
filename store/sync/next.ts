import { lastChangeAt } from '../../lib/changes';
import { syncWantedAt } from '../../lib/sync-soon';
import { readSyncState } from '../../lib/sync-state';
import { hasUnsent } from './waiting';

const [minute, hour] = [60_000, 3_600_000];
/** What may be over by now, and what nobody minds being asked again. */
const passing: readonly string[] = ['unreachable', 'unreachableOrUntrusted', 'folderAway'];

/**
 * When the next round is due, in ms since the epoch: at once where the reader has opened a page that wants one (see
 * lib/sync-soon.ts), a minute after the last change that other devices do not have, else an hour after the last round;
 * after one that failed, when it may be tried again. `undefined` where nothing is synced, or only the reader can help.
 */
export async function nextSync(): Promise<number | undefined> {
  const { since, endedAt = since, problem, retryAt } = await readSyncState();
  if (since === undefined || endedAt === undefined) return undefined;
  const wantedAt = await syncWantedAt();
  const isWanted = wantedAt > endedAt;
  if (problem && !(isWanted && passing.includes(problem.code))) return retryAt;
  if (isWanted) return wantedAt;
  const changedAt = await lastChangeAt();
  const hourly = endedAt + hour;
  if (changedAt <= endedAt || !(await hasUnsent())) return hourly;
  return Math.min(hourly, changedAt + minute);
}
