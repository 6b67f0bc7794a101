import { batch } from '@preact/signals';
import type { PaperId } from '../../../papers/paper';
import type { Query } from '../../../papers/query/query';
import type { PaperRecord } from '../../../papers/record';
import { type LongTexts, readRows } from '../../../store/search/marks';
import type { LibraryState } from '../state';

/** So many rows are kept; a list of 100,000 never is. */
const most = 2000;
/** Of so many of them the long texts: those that the keys of a word come back to. */
const mostTexts = 500;

/** How many rows before and after those in view must be known, and how many are read when one is not. */
const [ahead, atOnce] = [20, 80] as const;

/** Reads the rows that come into view, and what a search marks in them. */
export class RowCache {
  #query: Query = { groups: [], inTitle: false };
  readonly #reading = new Set<PaperId>();
  /** The long texts that were read to find a line in. */
  readonly #texts = new Map<PaperId, LongTexts>();

  constructor(private readonly state: Pick<LibraryState, 'records' | 'marks' | 'listing'>) {}

  /**
   * Reads the rows that are not known yet, and their neighbours with them: a reading for each row
   * that a quick hand scrolls past would draw all of them anew each time.
   * @throws StoreError
   */
  async need(ids: readonly PaperId[]): Promise<void> {
    if (this.#missing(this.#around(ids, ahead)).length === 0) return;
    const missing = this.#missing(this.#around(ids, atOnce));
    for (const id of missing) this.#reading.add(id);
    try {
      await this.#read(missing);
    } finally {
      for (const id of missing) this.#reading.delete(id);
    }
  }

  /**
   * Reads rows for a search before it is shown, so that no row is ever empty. Those that are known
   * are kept up to date by `refresh` and not read again.
   * @returns Shows them; to be called together with what else changes.
   * @throws StoreError
   */
  async prepare(query: Query, ids: readonly PaperId[]): Promise<() => void> {
    const known = { records: this.state.records.value, texts: this.#texts };
    const { records: rows, marks } = await readRows(query, ids, known);
    this.#forgetTexts();
    return () => {
      this.#query = query;
      this.#reading.clear();
      const latest = this.state.records.value;
      this.state.records.value = joined(
        latest,
        rows.map((row) => latest.get(row.id) ?? row),
      );
      this.state.marks.value = marks;
    };
  }

  /** Takes up rows that somebody else has read, of a list without words to mark. */
  take(read: readonly PaperRecord[]): void {
    this.state.records.value = joined(this.state.records.value, read);
    this.state.marks.value = new Map(read.map(({ id }) => [id, { title: [] }]));
  }

  /**
   * Reads again those of the changed papers that are known.
   * @throws StoreError
   */
  async refresh(changed: ReadonlySet<PaperId> | 'all'): Promise<void> {
    const known = [...this.state.records.value.keys()];
    const stale = changed === 'all' ? known : known.filter((id) => changed.has(id));
    for (const id of changed === 'all' ? [...this.#texts.keys()] : changed) this.#texts.delete(id);
    if (stale.length) await this.#read(stale, true);
  }

  #forgetTexts(): void {
    for (const id of this.#texts.keys()) {
      if (this.#texts.size <= mostTexts) return;
      this.#texts.delete(id);
    }
  }

  #missing(ids: readonly PaperId[]): PaperId[] {
    const { records, marks } = this.state;
    return ids.filter(
      (id) => !this.#reading.has(id) && !(records.value.has(id) && marks.value.has(id)),
    );
  }

  #around(ids: readonly PaperId[], by: number): readonly PaperId[] {
    const all = this.state.listing.value?.ids ?? [];
    const at = all.indexOf(ids[0] ?? '');
    return at === -1 ? ids : all.slice(Math.max(0, at - by), at + ids.length + by);
  }

  async #read(ids: readonly PaperId[], isStale = false): Promise<void> {
    const query = this.#query;
    // What was being read when something changed must not stand for what is read now.
    const texts = isStale ? new Map<PaperId, LongTexts>() : this.#texts;
    const records = isStale ? new Map<PaperId, PaperRecord>() : this.state.records.value;
    const read = await readRows(query, ids, { records, texts });
    if (isStale) for (const [id, text] of texts) this.#texts.set(id, text);
    this.#forgetTexts();
    if (query !== this.#query) return;
    batch(() => {
      this.state.records.value = joined(this.state.records.value, read.records);
      this.state.marks.value = new Map([...this.state.marks.value, ...read.marks]);
    });
  }
}

function joined(
  known: ReadonlyMap<PaperId, PaperRecord>,
  read: readonly PaperRecord[],
): Map<PaperId, PaperRecord> {
  const records = new Map(known);
  for (const record of read) {
    records.delete(record.id);
    records.set(record.id, record);
  }
  for (const id of records.keys()) {
    if (records.size <= most) break;
    records.delete(id);
  }
  return records;
}
