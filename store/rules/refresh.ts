import { pause } from '../../lib/slices';
import type { PaperId } from '../../papers/paper';
import { dayLength } from '../../papers/record';
import type { Rule } from '../../papers/rules/rule';
import { preparationRules } from '../../papers/search/entry';
import { withDatabase } from '../database/with-database';
import { write } from '../records/writer';
import { judgedBy, setJudgedBy } from './judged-by';
import { mutedRange } from './muted';
import { listRules } from './read';
import { judgeAll } from './verdicts';

/** How far back rules look at papers, in ms: thirty days. */
export const ruleSpan = 30 * dayLength;

const sliceSize = 200;
const tries = 3;

/**
 * Judges the papers anew whose verdicts may be those of other rules: the new ones, the muted ones, and
 * those met in the past thirty days. Does nothing when the rules are as they were when this was last
 * done to the end, so that it may be called whenever something has changed, and after a kill.
 * @param now ms since the epoch.
 * @returns Whether there was anything to do.
 * @throws StoreError
 */
export async function refreshVerdicts(now: number): Promise<boolean> {
  for (let left = tries; left > 0; left -= 1) {
    const wanted = nameOf(await listRules());
    if ((await judgedBy()) === wanted) return left < tries;
    const ids = await idsToJudge(now);
    for (let at = 0; at < ids.length; at += sliceSize) {
      const slice = ids.slice(at, at + sliceSize);
      await write((writer) => judgeAll(writer, slice));
      await pause();
    }
    await setJudgedBy(wanted);
  }
  return true;
}

async function idsToJudge(now: number): Promise<PaperId[]> {
  return withDatabase(async (database) => {
    const { store } = database.transaction('papers');
    const [news, seen, later, missed, met] = await Promise.all([
      store.index('state').getAllKeys(IDBKeyRange.bound(['new'], ['new', []])),
      store.index('state').getAllKeys(mutedRange('seen')),
      store.index('state').getAllKeys(mutedRange('later')),
      store.index('state').getAllKeys(mutedRange('missed')),
      store.index('met').getAllKeys(IDBKeyRange.lowerBound(now - ruleSpan)),
    ]);
    return [...new Set([...news, ...seen, ...later, ...missed, ...met])];
  });
}

/** What decides on verdicts: the rules, and how they compare words. */
function nameOf(rules: readonly Rule[]): string {
  const named = rules.map(({ id, effect, subject, value }) => [id, effect, subject, value]);
  return JSON.stringify([preparationRules, ...named]);
}
