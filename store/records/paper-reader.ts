import type { IDBPTransaction } from 'idb';
import type { Note } from '../../papers/note';
import type { PaperId } from '../../papers/paper';
import type { Past } from '../../papers/past';
import type { PaperDetails, PaperRecord } from '../../papers/record';
import { answers, type BareStore, bare } from '../database/requests';
import type { OffprintSchema, writtenStores } from '../database/schema';

type WriteTransaction = IDBPTransaction<OffprintSchema, typeof writtenStores, 'readwrite'>;

/** Rows by the ids that were asked for. */
type Known<Row> = ReadonlyMap<PaperId, Row | undefined>;

/** Reads papers within a transaction that writes them, each row once: what was written since is what there is. */
export abstract class PaperReader {
  /** By every id asked for. */
  protected readonly records = new Map<PaperId, PaperRecord | undefined>();
  protected readonly details = new Map<PaperId, PaperDetails | undefined>();
  protected readonly notes = new Map<PaperId, Note | undefined>();

  constructor(readonly transaction: WriteTransaction) {}

  /** Makes one that had shrunk a paper like any other. */
  protected abstract revive(past: Past): void;

  /**
   * Finds a paper by its id or by an alias, as it stands within this transaction. One that had shrunk is
   * a paper like any other from then on.
   */
  async find(id: PaperId): Promise<PaperRecord | undefined> {
    if (!this.records.has(id)) await this.load([id]);
    return this.records.get(id);
  }

  /** Knows from now on that ids are no paper's any more. */
  release(ids: readonly PaperId[]): void {
    for (const id of ids) this.records.set(id, undefined);
  }

  /** Finds many papers at once, each as `find` does. */
  async findAll(ids: readonly PaperId[]): Promise<(PaperRecord | undefined)[]> {
    await this.load(ids);
    return ids.map((id) => this.records.get(id));
  }

  private async load(ids: readonly PaperId[]): Promise<void> {
    const wanted = ids.filter((id) => !this.records.has(id));
    const papers = bare(this.transaction, 'papers');
    const found = await answers(wanted.map((id) => papers.get(id)));
    const missing = wanted.filter((id, at) => {
      const record = found[at];
      if (record && !this.records.has(id)) this.records.set(id, record);
      return !record;
    });
    await Promise.all(
      missing.map(async (id) => {
        const record = await this.findElsewhere(id);
        if (!this.records.has(id)) this.records.set(id, record);
      }),
    );
  }

  private async findElsewhere(id: PaperId): Promise<PaperRecord | undefined> {
    const store = this.transaction.objectStore('past');
    const [record, ...rows] = await Promise.all([
      this.transaction.objectStore('papers').index('alias').get(id),
      store.get(id),
      store.index('alias').get(id),
    ]);
    const past = rows.find((row) => row !== undefined);
    if (record || !past) return record;
    if (!this.records.get(past.id)) {
      this.revive(past);
    }
    return this.records.get(past.id);
  }

  /** The details of a paper as they stand within this transaction. */
  async findDetails(id: PaperId): Promise<PaperDetails | undefined> {
    return (await this.loadDetails([id])).get(id);
  }

  /** Its note as it stands within this transaction. */
  async findNote(id: PaperId): Promise<Note | undefined> {
    return (await this.loadNotes([id])).get(id);
  }

  /**
   * Reads the details of many papers at once.
   * @returns All that have been read or written so far.
   */
  loadDetails(ids: readonly PaperId[]): Promise<Known<PaperDetails>> {
    return loadInto(this.details, bare(this.transaction, 'details'), ids);
  }

  /** Does the same with their notes. */
  loadNotes(ids: readonly PaperId[]): Promise<Known<Note>> {
    return loadInto(this.notes, bare(this.transaction, 'notes'), ids);
  }

  /**
   * Takes what was looked up elsewhere of some ids that nothing was read of yet; see `prefetchAmong`.
   * @param shrunk Those of which something else is left.
   * @param noted Those that have a note, as far as is known.
   */
  know(
    ids: readonly PaperId[],
    found: ReadonlyMap<PaperId, PaperRecord>,
    shrunk: ReadonlyMap<PaperId, Past>,
    noted: ReadonlySet<PaperId>,
  ): void {
    for (const id of ids) {
      if (!this.records.has(id) && !shrunk.has(id)) this.records.set(id, found.get(id));
      if (!this.notes.has(id) && !noted.has(id)) this.notes.set(id, undefined);
    }
  }

  /** Reads all that is stored of many papers at once, for work that looks at one after the other. */
  async prefetch(ids: readonly PaperId[]): Promise<void> {
    const [records] = await Promise.all([this.findAll(ids), this.loadDetails(ids)]);
    await this.loadNotes(records.flatMap((record) => record?.id ?? []));
  }
}

/** Reads rows that were not read yet; what has been written meanwhile stands. */
async function loadInto<Row>(
  rows: Map<PaperId, Row | undefined>,
  store: BareStore<Row, PaperId>,
  ids: readonly PaperId[],
): Promise<Known<Row>> {
  const wanted = ids.filter((id) => !rows.has(id));
  const found = await answers(wanted.map((id) => store.get(id)));
  wanted.forEach((id, at) => {
    if (!rows.has(id)) rows.set(id, found[at]);
  });
  return rows;
}
