/** What a paper takes as long as nothing is known of the reader's pace, in ms. */
export const usualPace = 7000;
/** A longer gap is a break, not a paper, in ms. */
const longest = 120_000;
/** How much one paper moves the pace, and how many times the pace it counts for at most. */
const weight = 0.06;
const mostTimes = 3;

/**
 * How long the reader takes for a paper: what was known before, moved a little by each paper since, so that the time
 * left changes by an eighth at most from one key to the next.
 * @param instants When the deck was opened and when each decision was made, in ms, in order.
 * @param prior The reader's pace before, in ms.
 * @returns In ms.
 */
export function paceOf(instants: readonly number[], prior = usualPace): number {
  return instants
    .slice(1)
    .map((at, index) => at - (instants[index] ?? at))
    .filter((gap) => gap >= 0 && gap <= longest)
    .reduce((pace, gap) => pace + weight * (Math.min(gap, mostTimes * pace) - pace), prior);
}

/**
 * How long some papers take, in whole minutes, rounded up.
 * @param pace See `paceOf`.
 */
export function minutesFor(count: number, pace: number): number {
  return Math.ceil((count * pace) / 60_000);
}

/**
 * How many papers fit into some minutes: one at least.
 * @param pace See `paceOf`.
 */
export function fitting(minutes: number, pace: number): number {
  return Math.max(1, Math.floor((minutes * 60_000) / Math.max(1, pace)));
}
