import { announceChange } from '../../lib/announce';
import { onChange } from '../../lib/changes';
import { pause } from '../../lib/slices';
import { connection } from '../database/connection';
import { withDatabase } from '../database/with-database';
import { step } from '../search/step';
import { addPapers, type Check, type Disagreement } from './check';
import { checks } from './checks';

/** How often papers are added up page by page, before that is done in one transaction. */
const tries = 3;

/**
 * Corrects what is not as it should be in the store (see `checks`), where that can be done. In
 * transactions of bounded length, for when nobody waits; it may be stopped or killed at any point.
 * @returns What was corrected, for a report; empty when all was well.
 * @throws StoreError
 */
export async function repairInconsistencies(signal?: AbortSignal): Promise<string[]> {
  return withDatabase(async () => {
    const corrected: string[] = [];
    for (const check of checks) {
      let summed: readonly string[] | undefined;
      for (let left = check.sum ? tries : 0; left > 0 && !summed && !signal?.aborted; left -= 1)
        summed = await repairSum(check, signal);
      corrected.push(...(summed ?? (await repairParts(check, signal))));
    }
    if (corrected.length) await announceChange();
    return corrected;
  });
}

/** One part a transaction. */
async function repairParts(
  { find, rebuild }: Check,
  signal: AbortSignal | undefined,
): Promise<string[]> {
  const corrected: string[] = [];
  let after: string | undefined = '';
  while (after !== undefined && !signal?.aborted) {
    const from: string = after;
    const part = await step(async (transaction) => {
      const { found, next } = await find(transaction, from);
      return { mended: await mend(found), isWrong: found.length > 0, next };
    });
    if (part.isWrong && rebuild) {
      await rebuild.run(signal);
      return [rebuild.about];
    }
    corrected.push(...part.mended);
    after = part.next;
    await pause();
  }
  return corrected;
}

/**
 * Adds the papers up page by page.
 * @returns `undefined` when something changed meanwhile, or when it was stopped.
 */
async function repairSum(
  { sum: kind }: Check,
  signal: AbortSignal | undefined,
): Promise<string[] | undefined> {
  if (!kind) return undefined;
  const watching = new AbortController();
  let isDisturbed = false;
  onChange(() => {
    isDisturbed = true;
  }, watching.signal);
  try {
    const before = await step(kind.stored);
    const sum = kind.begin();
    await addPapers(sum, async (range, most) => {
      await pause();
      return signal?.aborted ? [] : (await connection()).getAll('papers', range, most);
    });
    return await step(async (transaction) => {
      const isSame = (await kind.stored(transaction)) === before;
      if (!isSame || isDisturbed || signal?.aborted) return undefined;
      return mend(await sum.find(transaction));
    });
  } finally {
    watching.abort();
  }
}

/** @returns What could be put right. */
async function mend(found: readonly Disagreement[]): Promise<string[]> {
  const corrected = new Set<string>();
  for (const { about, mend } of found) if (mend) corrected.add(await mend().then(() => about));
  return [...corrected];
}
