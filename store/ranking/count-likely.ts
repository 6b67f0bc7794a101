import type { PaperId } from '../../papers/paper';
import { stepOf } from '../../papers/ranking/score';
import { isMuted } from '../../papers/record';
import { recordsOf } from '../records/queries';
import { allScores } from './scores';

/** How many papers are read at once: a decision waits for no more of them. */
const atOnce = 100;
/** From which step on a paper counts as likely. */
const leastStep = stepOf('likely');

/**
 * How many new papers are told likely for the reader; what a rule mutes is not among them.
 * @throws StoreError
 */
export async function countLikely(): Promise<number> {
  const likely: PaperId[] = [];
  for (const { id, likelihood } of (await allScores()).values())
    if (stepOf(likelihood) >= leastStep) likely.push(id);
  let count = 0;
  for (let from = 0; from < likely.length; from += atOnce) {
    const records = await recordsOf(likely.slice(from, from + atOnce));
    count += records.filter((record) => record.state === 'new' && !isMuted(record)).length;
  }
  return count;
}
