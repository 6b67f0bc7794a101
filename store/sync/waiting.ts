import { withDatabase } from '../database/with-database';

/** How much other devices do not have yet. */
export interface Unsent {
  /** Papers, lists, rules and looks of which something was said. */
  readonly marks: number;
  /** Files that wait to be written. */
  readonly files: number;
}

/**
 * Counts what waits to be sent.
 * @throws StoreError
 */
export function countUnsent(): Promise<Unsent> {
  return withDatabase(async (database) => {
    const transaction = database.transaction(['dirty', 'outbox']);
    const dirty = transaction.objectStore('dirty');
    const [all, cards, files] = await Promise.all([
      dirty.count(),
      dirty.count(IDBKeyRange.bound(['card'], ['card', []])),
      transaction.objectStore('outbox').count(),
    ]);
    return { marks: all - cards, files };
  });
}

/**
 * Whether anything does.
 * @throws StoreError
 */
export async function hasUnsent(): Promise<boolean> {
  const { marks, files } = await countUnsent();
  return marks + files > 0;
}
