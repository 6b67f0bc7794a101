import { lastChangeAt } from '../../lib/changes';
import { addNotice } from '../../lib/notices';
import { isAnyPageOpen } from '../commands/own-pages';
import type { Job } from './alarms';

/** What the store does by itself in time; what is not given is not done. Times in ms since the epoch. */
export interface Chores {
  /** When the next snoozed paper is due; `undefined` when none is. */
  nextWake(): Promise<number | undefined>;
  /** Makes due papers unread again, and says how many. */
  wakeSnoozed(now: number): Promise<number>;
  /** Deletes for good what has been in the bin for long enough. */
  purgeBin(now: number): Promise<unknown>;
  /** Gives papers an end that nobody said a word of. */
  age(now: number): Promise<unknown>;
  /** Puts right what disagrees within the store, and says how much did. */
  repair(now: number): Promise<number>;
  /** When the next backup is due; `undefined` when none is. */
  nextBackup(now: number): Promise<number | undefined>;
  /** Keeps a backup of everything. */
  backUp(now: number): Promise<void>;
}

const day = 24 * 60;
/** How long nothing may have changed before the whole store is gone through, in ms. */
const quiet = 120_000;

/** The jobs of the background, for `keepAlarms`. What is worth telling is kept as a notice. */
export function jobsOf(chores: Partial<Chores>): Job[] {
  const { nextWake, wakeSnoozed, purgeBin, age, repair, nextBackup, backUp } = chores;
  const jobs: Job[] = [];
  if (nextWake && wakeSnoozed) {
    const run = async (now: number) => addNotice('woken', await wakeSnoozed(now), now);
    jobs.push({ name: 'wake', nextAt: nextWake, run });
  }
  if (purgeBin) {
    const run = async (now: number) => void (await purgeBin(now));
    jobs.push({ name: 'bin', periodInMinutes: day, run });
  }
  if (age) {
    const run = async (now: number) => void (await age(now));
    jobs.push({ name: 'age', periodInMinutes: day, run });
  }
  if (repair) {
    const run = async (now: number) => addNotice('repaired', await repair(now), now);
    jobs.push({ name: 'check', periodInMinutes: 7 * day, suits: isQuiet, run });
  }
  if (nextBackup && backUp)
    jobs.push({ name: 'backup', nextAt: () => nextBackup(Date.now()), run: backUp });
  return jobs;
}

/** Nobody looks and nothing is being done: going through the whole store disturbs nobody. */
async function isQuiet(now: number): Promise<boolean> {
  return now - (await lastChangeAt()) > quiet && !(await isAnyPageOpen());
}
