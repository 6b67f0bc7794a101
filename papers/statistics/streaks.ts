import type { Week } from './weeks';

/** Runs of weeks in each of which something was read. */
export interface Streaks {
  /** The run that still goes on, in weeks; a week that has not ended breaks nothing. */
  readonly current: number;
  readonly longest: number;
}

/**
 * The current and the longest run of weeks with a reading.
 * @param weeks Every week up to the current one, as `weeksOf` gives them.
 */
export function streaksOf(weeks: readonly Week[]): Streaks {
  let [longest, run, before] = [0, 0, 0];
  for (const { readingDays } of weeks) {
    before = run;
    run = readingDays > 0 ? run + 1 : 0;
    longest = Math.max(longest, run);
  }
  return { current: run || before, longest };
}
