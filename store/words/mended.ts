import { withDatabase } from '../database/with-database';

/**
 * Tells how many tags the upgrade to version 5 has put right, once. It counts as told when `tell` has
 * resolved: killed before that, it is told again rather than never.
 * @param tell Not called when there is nothing to tell.
 * @throws StoreError
 */
export async function tellMendedTags(tell: (count: number) => Promise<void>): Promise<void> {
  return withDatabase(async (database) => {
    const count = await database.get('counters', 'mendedTags');
    if (count === undefined) return;
    await tell(count);
    await database.delete('counters', 'mendedTags');
  });
}
