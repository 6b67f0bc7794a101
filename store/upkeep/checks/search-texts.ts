import type { PaperId } from '../../../papers/paper';
import { type Entry, preparationRules } from '../../../papers/search/entry';
import { journalStore } from '../../database/schema';
import { entriesIn, entriesOf, rebuildSearch } from '../../search/build';
import type { BodyChunk, HeadChunk } from '../../search/rows';
import { type Check, differing, disagreement } from '../check';

/**
 * What a search sees, chunks and journal together, is what the papers say. One chunk a part. What was not
 * built yet (see `buildSearch`) is passed over.
 */
export const searchTexts: Check = {
  async find(transaction, first) {
    const stored = await transaction.objectStore('preparation').get('search');
    if (stored?.rules !== preparationRules) return { found: [] };
    const heads = transaction.objectStore('heads');
    const next = await heads.getKey(IDBKeyRange.lowerBound(first, true));
    const range =
      next === undefined
        ? IDBKeyRange.lowerBound(first)
        : IDBKeyRange.bound(first, next, false, true);
    const [chunk, bodies, journal, papers] = await Promise.all([
      heads.get(first),
      transaction.objectStore('bodies').getAll(range),
      transaction.objectStore(journalStore).getAll(range),
      transaction.objectStore('papers').getAll(range),
    ]);
    const seen = entriesIn(chunk, bodies[0], journal);
    const told = [...toldOfChunk(first, next, chunk, bodies)];
    for (const entry of await entriesOf(transaction, papers)) {
      const { id } = entry.head;
      const isBuilt = stored.upTo === undefined || id <= stored.upTo;
      if (isBuilt && !isSame(seen.get(id), entry)) told.push(...toldOf(seen.get(id), entry));
      seen.delete(id);
    }
    told.push(...differing('papers that only a search finds', [...seen.keys()], []));
    return { found: disagreement(`search texts from ${first}`, told), next };
  },
  rebuild: { about: 'search texts', run: rebuildSearch },
};

/** A chunk holds each paper of its range once, in order, with its bodies beside it. */
function toldOfChunk(
  first: PaperId,
  next: PaperId | undefined,
  chunk: HeadChunk | undefined,
  bodies: readonly BodyChunk[],
): string[] {
  const ids = chunk?.id ?? [];
  const inside = ids.filter((id) => id >= first && (next === undefined || id < next));
  const beside = bodies.map((one) => [one.first, one.ids]);
  return differing(
    `chunk ${first}`,
    [chunk?.first, ids, beside],
    [first, [...new Set(inside)].sort(), [[first, ids]]],
  );
}

function toldOf(seen: Entry | undefined, { head, body }: Entry): string[] {
  return [
    ...differing(`search head of ${head.id}`, seen?.head, head),
    ...differing(`search body of ${head.id}`, seen?.body, body),
  ];
}

function isSame(one: Entry | undefined, other: Entry): boolean {
  if (one?.body?.text !== other.body?.text || one?.body?.shape !== other.body?.shape) return false;
  const fields = Object.keys(other.head) as (keyof Entry['head'])[];
  return fields.every((field) => one?.head[field] === other.head[field]);
}
