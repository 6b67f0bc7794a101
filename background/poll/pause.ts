import type { PollProblem } from '../../lib/poll-state';

const minute = 60_000;
const hour = 60 * minute;

/** Between two polls: an hour, and some minutes that differ from reader to reader. */
const period = { least: hour, spread: 6 * minute };
/** After a failure: doubled with each further one, up to the most. */
const firstPause = 5 * minute;
const longestPause = 6 * hour;
/** A machine without a network disturbs nobody by trying, and has one again at any time. */
const longestOffline = hour;
/** After a part of the missed days. */
const betweenParts = minute;

/**
 * When the next poll is, after one that went well.
 * @param isMore Whether there are days left that were never asked for.
 * @param random From 0 up to 1, for the jitter.
 * @returns In ms since the epoch.
 */
export function nextAfterAnswer(isMore: boolean, now: number, random: number): number {
  return isMore ? now + betweenParts : now + period.least + Math.round(random * period.spread);
}

/**
 * When the next poll is, after one that failed.
 * @param failures How many in a row, this one included.
 * @param wait How long the site wants to be left alone, in ms.
 * @param random From 0 up to 1, for the jitter.
 * @returns In ms since the epoch.
 */
export function nextAfterFailure(
  problem: PollProblem,
  failures: number,
  wait: number | undefined,
  now: number,
  random: number,
): number {
  const doubled = firstPause * 2 ** Math.min(failures - 1, 20);
  const pause = Math.min(doubled, problem === 'offline' ? longestOffline : longestPause);
  return now + Math.max(Math.round(pause * (0.8 + 0.4 * random)), wait ?? 0);
}

/**
 * The first moment from one on that is not in the reader's quiet hours.
 * @param at ms since the epoch.
 * @param hours From which full hour to which, on the clock of the machine.
 */
export function afterQuiet(at: number, [from, to]: readonly [number, number]): number {
  const now = new Date(at).getHours();
  const isQuiet = from <= to ? from <= now && now < to : from <= now || now < to;
  if (!isQuiet) return at;
  const end = new Date(at);
  end.setHours(to, 0, 0, 0);
  if (end.getTime() <= at) end.setDate(end.getDate() + 1);
  return end.getTime() + (at % period.spread);
}
