import { announceAhead, type Change } from './changes';

/**
 * Tells every context of the extension what was written; without words, that anything may have been. Called once after
 * each transaction is complete, where it was not told of before; see `announceAhead`.
 */
export async function announceChange(change: Change = {}): Promise<void> {
  await announceAhead(change)();
}
