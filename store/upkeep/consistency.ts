import { step } from '../search/step';
import { checks } from './checks';

/**
 * Looks at everything that always holds in the store (see `checks`), as of one moment.
 * @returns A sentence for each disagreement; empty when all is well.
 */
export async function findInconsistencies(): Promise<string[]> {
  return step(async (transaction) => {
    const told: string[] = [];
    for (const check of checks)
      for (let after: string | undefined = ''; after !== undefined; ) {
        const part = await check.find(transaction, after);
        told.push(...part.found.flatMap((one) => one.told));
        after = part.next;
      }
    return told;
  });
}
