import type { Note } from '../../papers/note';
import type { PaperId } from '../../papers/paper';
import { isSaved } from '../../papers/paper';
import { listedAuthors, type PaperDetails, type PaperRecord } from '../../papers/record';
import { bodyOf, type Entry, hasSameHead, headOf } from '../../papers/search/entry';
import type { PreparedText } from '../../papers/search/words';
import { isSameStamp } from '../../papers/words/stamp';
import { answers, bare } from '../database/requests';
import { type JournalEntry, journalStore } from '../database/schema';
import type { Writer } from '../records/writer';

/** Up to how many entries are looked up one by one; of more, those that there are are listed first. */
const few = 10;

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

/** What the papers of one transaction change about what a search sees. */
export class JournalChanges {
  /** Papers to prepare anew, and whether their long texts too. */
  readonly #stale = new Map<PaperId, boolean>();
  /** Papers that were in the list before; the chunks may hold them. */
  readonly #left = new Set<PaperId>();
  /** What the journal had of papers that were looked up before. */
  readonly #pending = new Map<PaperId, JournalEntry | undefined>();

  /**
   * Reads with what else is read first what the journal has of a few papers of which the long texts will most likely stay, so
   * that it is not waited for when it is written.
   */
  async prefetch({ transaction }: Writer, ids: readonly PaperId[]): Promise<void> {
    const journal = bare(transaction, journalStore);
    const entries = await answers(ids.map((id) => journal.get(id)));
    ids.forEach((id, at) => {
      this.#pending.set(id, entries[at]);
    });
  }

  /** Notes that a paper stands in place of what was there. */
  put(before: PaperRecord | undefined, after: PaperRecord): void {
    const wasSaved = before !== undefined && isSaved(before.state);
    if (wasSaved) this.#left.add(after.id);
    if (!wasSaved && !isSaved(after.state)) return;
    const withBody = !wasSaved || !isSameStamp(before.stamps.note, after.stamps.note);
    if (withBody || !hasSameHead(before, after)) this.outdate(after.id, withBody);
  }

  /** Notes that a paper is gone. */
  drop({ id, state }: PaperRecord): void {
    if (isSaved(state)) this.#left.add(id);
    this.outdate(id, true);
  }

  /** See `Writer.outdate`. */
  outdate(id: PaperId, withBody: boolean): void {
    this.#stale.set(id, withBody || this.#stale.get(id) === true);
  }

  /** Writes what the journal has to say of them. */
  async settle(writer: Writer): Promise<void> {
    const { unprepared } = writer;
    const ids = [...this.#stale.keys()].filter((id) => !unprepared || id <= unprepared.after);
    if (ids.length === 0) return;
    const journal = bare(writer.transaction, journalStore);
    const records = await writer.findAll(ids);
    const listed = records.flatMap((record, at) =>
      record && record.id === ids[at] && isSaved(record.state) ? [record] : [],
    );
    const isWhole = ({ id }: PaperRecord) => this.#stale.get(id) === true;
    const needsDetails = listed.filter((one) => isWhole(one) || one.authorCount > listedAuthors);
    const [bodies, details, notes] = await Promise.all([
      this.#pendingBodies(
        writer,
        listed.filter((one) => !isWhole(one)).map(({ id }) => id),
      ),
      writer.loadDetails(needsDetails.map(({ id }) => id)),
      writer.loadNotes(listed.filter(({ hasNote }) => hasNote).map(({ id }) => id)),
    ]);
    for (const record of listed) {
      const { id, hasNote } = record;
      const note = hasNote ? notes.get(id) : undefined;
      const entry = entryFrom(record, details.get(id), note, isWhole(record));
      const body = entry.body ?? bodies.get(id);
      journal.put({ id, head: entry.head, ...(body ? { body } : {}) });
      if (writer.breath) await writer.breath.due();
    }
    const kept = new Set(listed.map(({ id }) => id));
    for (const id of ids) if (!kept.has(id) && this.#left.has(id)) journal.put({ id });
  }

  /** The long texts that the journal has already of some papers, which then stay. */
  async #pendingBodies(
    { transaction }: Writer,
    ids: readonly PaperId[],
  ): Promise<ReadonlyMap<PaperId, PreparedText>> {
    const journal = bare(transaction, journalStore);
    const unread = ids.filter((id) => !this.#pending.has(id));
    const known = unread.length > few ? await listedAmong(transaction, unread) : unread;
    const read = await answers(known.map((id) => journal.get(id)));
    const entries = [...read, ...ids.map((id) => this.#pending.get(id))];
    return new Map(entries.flatMap((one) => (one?.body ? [[one.id, one.body] as const] : [])));
  }
}

/** Those of some papers that the journal has anything of. */
async function listedAmong(
  transaction: Writer['transaction'],
  ids: readonly PaperId[],
): Promise<PaperId[]> {
  const [first = '', last = ''] = [ids.toSorted()[0], ids.toSorted().at(-1)];
  const keys = await transaction
    .objectStore(journalStore)
    .getAllKeys(IDBKeyRange.bound(first, last));
  const known = new Set(keys);
  return ids.filter((id) => known.has(id));
}
