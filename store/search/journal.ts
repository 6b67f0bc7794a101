import type { Note } from '../../papers/note';
import type { PaperId } from '../../papers/paper';
import { isSaved } from '../../papers/paper';
import { listedAuthors, type PaperDetails, type PaperRecord } from '../../papers/record';
import { bodyOf, type Entry, headOf } from '../../papers/search/entry';
import { type JournalEntry, journalStore } from '../database/schema';

interface Rows<T> {
  get(id: PaperId): Promise<T | undefined>;
}

/** What a transaction over any of the stores has in common: what a search is prepared from. */
export interface Sources {
  objectStore(name: 'details'): Rows<PaperDetails>;
  objectStore(name: 'notes'): Rows<Note>;
  objectStore(name: typeof journalStore): Rows<JournalEntry>;
}

/**
 * Prepares a paper for the search from what is stored of it.
 * @param withBody Whether the long texts are wanted, too; without them less is read.
 */
export async function preparedEntry(
  transaction: Sources,
  record: PaperRecord,
  withBody: boolean,
): Promise<Entry> {
  const { id, hasNote, authorCount } = record;
  const needsDetails = withBody || authorCount > listedAuthors;
  const [details, note] = await Promise.all([
    needsDetails ? transaction.objectStore('details').get(id) : undefined,
    hasNote ? transaction.objectStore('notes').get(id) : undefined,
  ]);
  return entryFrom(record, details, note, withBody);
}

/** Prepares a paper for the search from what was read of it. */
export function entryFrom(
  record: PaperRecord,
  details: PaperDetails | undefined,
  note: Note | undefined,
  withBody: boolean,
): Entry {
  const text = note?.text ?? '';
  const head = headOf(record, details, text, record.sites ?? []);
  return withBody ? { head, body: bodyOf(details, text) } : { head };
}

/**
 * What the journal has to say of a saved paper.
 * @param withBody Whether the long texts have changed as well.
 * @returns `undefined` for a paper that is not in the list.
 */
export async function journalEntry(
  transaction: Sources,
  record: PaperRecord,
  withBody: boolean,
): Promise<JournalEntry | undefined> {
  const { id, state } = record;
  if (!isSaved(state)) return undefined;
  const entry = await preparedEntry(transaction, record, withBody);
  if (withBody) return { id, ...entry };
  const pending = await transaction.objectStore(journalStore).get(id);
  return { id, ...entry, ...(pending?.body === undefined ? {} : { body: pending.body }) };
}
