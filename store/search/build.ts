import type { PaperId } from '../../papers/paper';
import { isSaved } from '../../papers/paper';
import type { PaperRecord } from '../../papers/record';
import { type Entry, preparationRules } from '../../papers/search/entry';
import { noWords } from '../../papers/search/words';
import { type JournalEntry, journalStore } from '../database/schema';
import { withDatabase } from '../database/with-database';
import { chunkSize, headsOf } from './chunks';
import { entryFrom } from './journal';
import type { BodyChunk, HeadChunk } from './rows';
import { putChunks, step, type Transaction } from './step';

/**
 * Builds the chunks where that was not done yet: after an update from an older version, or after
 * papers were put into the store past its own functions. Goes on where it was stopped.
 * @throws StoreError
 */
export async function buildSearch(signal?: AbortSignal): Promise<void> {
  return withDatabase(async () => {
    while (!signal?.aborted && (await step(buildChunk)));
  });
}

/**
 * Builds everything again, whatever there is: the repair for search texts that disagree with the
 * papers.
 * @throws StoreError
 */
export async function rebuildSearch(signal?: AbortSignal): Promise<void> {
  return withDatabase(async () => {
    await step(async (transaction) => {
      const store = transaction.objectStore('preparation');
      const generation = (await store.get('search'))?.generation ?? 0;
      await store.put({ rules: 0, generation }, 'search');
    });
    await buildSearch(signal);
  });
}

/** Prepares the next papers, and takes what the journal says of them out of it. */
async function buildChunk(transaction: Transaction): Promise<boolean> {
  const store = transaction.objectStore('preparation');
  const stored = await store.get('search');
  const isCurrent = stored?.rules === preparationRules;
  if (isCurrent && stored.upTo === undefined) return false;
  const generation = (stored?.generation ?? 0) + 1;
  const upTo = isCurrent ? (stored.upTo ?? '') : '';
  if (!isCurrent)
    for (const name of ['heads', 'bodies'] as const) await transaction.objectStore(name).clear();
  const range = upTo ? IDBKeyRange.lowerBound(upTo, true) : undefined;
  const papers = await transaction.objectStore('papers').getAll(range, chunkSize);
  const [first, last] = [upTo ? (papers[0]?.id ?? upTo) : '', papers.at(-1)?.id];
  const entries = await entriesOf(transaction, papers);
  if (entries.length || !upTo) await putChunks(transaction, first, entries, true);
  const goesOn = last !== undefined && papers.length === chunkSize;
  await takeOut(transaction, upTo, goesOn ? last : undefined);
  const rules = preparationRules;
  await store.put(goesOn ? { rules, generation, upTo: last } : { rules, generation }, 'search');
  return goesOn;
}

/** Deletes what the journal says of the papers after an id, up to another or to the end. */
async function takeOut(transaction: Transaction, after: PaperId, last?: PaperId): Promise<void> {
  const range =
    last === undefined
      ? IDBKeyRange.lowerBound(after, after !== '')
      : IDBKeyRange.bound(after, last, after !== '', false);
  await transaction.objectStore(journalStore).delete(range);
}

/** Prepares those of the papers that are saved, reading what belongs to them in one go. */
export async function entriesOf(
  transaction: Transaction,
  papers: readonly PaperRecord[],
): Promise<Entry[]> {
  const saved = papers.filter(({ state }) => isSaved(state));
  const [first, last] = [saved[0]?.id, saved.at(-1)?.id];
  if (first === undefined || last === undefined) return [];
  const range = IDBKeyRange.bound(first, last);
  const [details, notes] = await Promise.all([
    transaction.objectStore('details').getAll(range),
    transaction.objectStore('notes').getAll(range),
  ]);
  const detailsById = new Map(details.map((detail) => [detail.id, detail]));
  const notesById = new Map(notes.map((note) => [note.id, note]));
  return saved.map((record) => {
    const { id } = record;
    const note = notesById.get(id);
    return entryFrom(record, detailsById.get(id), note, true);
  });
}

/** What a chunk holds, with the journal's word on its papers. */
export function entriesIn(
  heads: HeadChunk | undefined,
  bodies: BodyChunk | undefined,
  journal: readonly JournalEntry[],
): Map<PaperId, Entry> {
  const entries = new Map<PaperId, Entry>();
  (heads ? headsOf(heads) : []).forEach((head, at) => {
    entries.set(head.id, { head, body: bodies?.texts[at] ?? noWords });
  });
  for (const { id, head, body = entries.get(id)?.body ?? noWords } of journal)
    if (head) entries.set(id, { head, body });
    else entries.delete(id);
  return entries;
}
