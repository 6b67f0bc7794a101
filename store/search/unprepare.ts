import { preparationRules } from '../../papers/search/entry';
import type { Writer } from '../records/writer';

/** From how many papers on it is worth it. */
const many = 1000;

/**
 * Has the search prepare all papers anew, within a running transaction, where far more are about to come than are in the list:
 * each would be prepared, written to the journal, read there and written to a chunk. Until that is done, a
 * search prepares them first; see `buildSearch`.
 * @param coming How many papers.
 */
export async function unprepareFor({ transaction }: Writer, coming: number): Promise<void> {
  if (coming < many) return;
  const here = await transaction.objectStore('papers').index('list').count();
  if (here > coming / 4) return;
  const store = transaction.objectStore('preparation');
  const generation = (await store.get('search'))?.generation ?? 0;
  await store.put({ rules: 0, generation }, 'search');
}

/**
 * Leaves papers out of the journal, within a running transaction, that are to be prepared by `buildSearch`, which takes out what
 * the journal says of them.
 */
export async function leaveUnprepared(writer: Writer): Promise<void> {
  const stored = await writer.transaction.objectStore('preparation').get('search');
  const after = stored?.rules === preparationRules ? stored.upTo : '';
  if (after !== undefined) writer.unprepared = { after };
}
