import { Pauses } from '../../lib/slices';
import { comparable, DuplicateFinder, type Likeness } from '../../papers/same/duplicates';
import { pagesOf } from '../database/pages';
import { withDatabase } from '../database/with-database';

/** How many papers are read at once. */
const pageSize = 500;

/**
 * Looks through every paper for two that may be one, in slices, so that the page stays at hand.
 * @returns The likeliest first; `undefined` when the signal ended it.
 * @throws StoreError
 */
export async function findDuplicates(signal?: AbortSignal): Promise<Likeness[] | undefined> {
  const finder = new DuplicateFinder();
  const pauses = new Pauses();
  // What a paper's row holds beside these is let go of at once.
  const read = (range: IDBKeyRange | undefined, most: number) =>
    withDatabase((database) => database.getAll('papers', range, most));
  for await (const papers of pagesOf(read, ({ id }) => id, pageSize))
    for (const paper of papers) {
      if (signal?.aborted) return undefined;
      finder.add(comparable(paper));
      await pauses.due();
    }
  const steps = finder.steps();
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
    if (signal?.aborted) return undefined;
    await pauses.due();
  }
}
