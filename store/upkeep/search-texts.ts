import type { IDBPTransaction } from 'idb';
import type { PaperId } from '../../papers/paper';
import { isSaved } from '../../papers/paper';
import type { PaperRecord } from '../../papers/record';
import { type Entry, preparationRules } from '../../papers/search/entry';
import { noWords } from '../../papers/search/words';
import type { OffprintSchema, storeNames } from '../database/schema';
import { headsOf } from '../search/chunks';
import { preparedEntry } from '../search/journal';

type Transaction = IDBPTransaction<OffprintSchema, typeof storeNames, 'readonly'>;
type Expect = (what: string, actual: unknown, expected: unknown) => void;

/**
 * Compares what a search would see, chunks and journal together, with the papers themselves. Papers
 * that were not built yet (see `buildSearch`) are passed over.
 * @param expect Told of everything that is compared.
 */
export async function compareSearch(
  transaction: Transaction,
  papers: readonly PaperRecord[],
  expect: Expect,
): Promise<void> {
  const stored = await transaction.objectStore('preparation').get('search');
  if (stored?.rules !== preparationRules) return;
  const { upTo } = stored;
  const seen = await readEntries(transaction, expect);
  const saved = papers.filter((paper) => isSaved(paper.state));
  for (const paper of saved) {
    const entry = seen.get(paper.id);
    seen.delete(paper.id);
    if (upTo !== undefined && paper.id > upTo) continue;
    const expected = await preparedEntry(transaction, paper, true);
    expect(`search head of ${paper.id}`, entry?.head, expected.head);
    expect(`search body of ${paper.id}`, entry?.body, expected.body);
  }
  expect('papers that a search finds but the list does not have', [...seen.keys()], []);
}

async function readEntries(transaction: Transaction, expect: Expect): Promise<Map<PaperId, Entry>> {
  const [heads, bodies, journal] = await Promise.all([
    transaction.objectStore('heads').getAll(),
    transaction.objectStore('bodies').getAll(),
    transaction.objectStore('texts').getAll(),
  ]);
  const entries = new Map<PaperId, Entry>();
  heads.forEach((chunk, index) => {
    const next = heads[index + 1]?.first;
    const texts = bodies[index]?.texts ?? [];
    const isOutside = (id: PaperId) => id < chunk.first || (next !== undefined && id >= next);
    expect(`bodies beside chunk ${chunk.first}`, bodies[index]?.first, chunk.first);
    expect(`ids of the bodies in chunk ${chunk.first}`, bodies[index]?.ids, chunk.id);
    expect(`order of chunk ${chunk.first}`, chunk.id, [...new Set(chunk.id)].sort());
    expect(`papers outside of chunk ${chunk.first}`, chunk.id.filter(isOutside), []);
    headsOf(chunk).forEach((head, at) => {
      entries.set(head.id, { head, body: texts[at] ?? noWords });
    });
  });
  for (const { id, head, body = entries.get(id)?.body ?? noWords } of journal)
    if (head) entries.set(id, { head, body });
    else entries.delete(id);
  return entries;
}
