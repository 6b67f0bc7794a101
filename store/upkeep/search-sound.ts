import type { PaperId } from '../../papers/paper';
import { type Entry, preparationRules } from '../../papers/search/entry';
import { noWords } from '../../papers/search/words';
import { connection } from '../database/connection';
import { entriesOf } from '../search/build';
import { headsOf } from '../search/chunks';
import { step, type Transaction } from '../search/step';

/**
 * Whether the prepared texts are those of the papers, one chunk a transaction; for a list that is
 * too long to be compared at once. What was not built yet is sound.
 */
export async function isSearchSound(signal?: AbortSignal): Promise<boolean> {
  const database = await connection();
  const stored = await database.get('preparation', 'search');
  if (stored?.rules !== preparationRules || stored.upTo !== undefined) return true;
  let first: PaperId | undefined = '';
  let isSound = true;
  while (isSound && first !== undefined && !signal?.aborted) {
    const from: PaperId = first;
    await step(database, async (transaction) => {
      const next = await transaction
        .objectStore('heads')
        .getKey(IDBKeyRange.lowerBound(from, true));
      isSound = await isChunkSound(transaction, from, next);
      first = next;
      return false;
    });
  }
  return isSound;
}

async function isChunkSound(
  transaction: Transaction,
  first: PaperId,
  next: PaperId | undefined,
): Promise<boolean> {
  const range =
    next === undefined
      ? IDBKeyRange.lowerBound(first)
      : IDBKeyRange.bound(first, next, false, true);
  const [heads, bodies, journal, papers] = await Promise.all([
    transaction.objectStore('heads').get(first),
    transaction.objectStore('bodies').get(first),
    transaction.objectStore('texts').getAll(range),
    transaction.objectStore('papers').getAll(range),
  ]);
  if (!heads || bodies?.ids.join() !== heads.id.join()) return false;
  const seen = new Map<PaperId, Entry>();
  headsOf(heads).forEach((head, at) => {
    seen.set(head.id, { head, body: bodies.texts[at] ?? noWords });
  });
  for (const { id, head, body = seen.get(id)?.body ?? noWords } of journal)
    if (head) seen.set(id, { head, body });
    else seen.delete(id);
  const expected = await entriesOf(transaction, papers);
  return (
    expected.length === seen.size &&
    expected.every((entry) => isSame(seen.get(entry.head.id), entry))
  );
}

function isSame(one: Entry | undefined, other: Entry): boolean {
  if (one?.body?.text !== other.body?.text || one?.body?.shape !== other.body?.shape) return false;
  const fields = Object.keys(other.head) as (keyof Entry['head'])[];
  return fields.every((field) => one?.head[field] === other.head[field]);
}
