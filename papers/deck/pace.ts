/** What a paper takes as long as nothing is known of the reader's pace, in ms. */
export const usualPace = 7000;
/** A longer gap is a break, not a paper, in ms. */
const longest = 120_000;
/** How many gaps make a pace, and of how many of the last ones it is the median. */
const fewest = 3;
const recent = 15;

/**
 * How long the reader takes for a paper: the median of the last decisions.
 * @param instants When the deck was opened and when each decision was made, in ms, in order.
 * @returns In ms.
 */
export function paceOf(instants: readonly number[]): number {
  const gaps = instants
    .slice(1)
    .map((at, index) => at - (instants[index] ?? at))
    .filter((gap) => gap >= 0 && gap <= longest)
    .slice(-recent)
    .sort((one, other) => one - other);
  if (gaps.length < fewest) return usualPace;
  const middle = gaps.length / 2;
  const [low = 0, high = 0] = [gaps[Math.ceil(middle) - 1], gaps[Math.floor(middle)]];
  return (low + high) / 2;
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
