import { copyOf, merge, rowsOf } from '../../../papers/merge';
import type { PaperId } from '../../../papers/paper';
import { type Past, pastOf, recordOf } from '../../../papers/past';
import type { PaperRecord } from '../../../papers/record';
import { canonical } from '../../../papers/words/stamp';
import { connection } from '../../database/connection';
import { findTombstone } from '../../records/tombstones';
import type { Writer } from '../../records/writer';
import type { Restored } from './undo';

/** What is here of a paper that had shrunk where the file comes from. */
interface Here {
  /** Whether it is here in full. */
  readonly isPaper: boolean;
  /** What is left of it here. */
  readonly past: readonly Past[];
  /** Whether it was deleted for good. */
  readonly isBuried: boolean;
}

/** Restores what is left of papers that had shrunk where a file comes from, within one transaction. */
export class PastRestorer {
  /** Looked up with the first one, when all else of the transaction has been restored. */
  #here: ReadonlyMap<Past, Promise<Here>> | undefined;
  /** The ids of those that were put: what was looked up before says nothing of them. */
  readonly #put = new Set<PaperId>();

  /** @param rows Those of the transaction, which are looked up side by side. */
  constructor(
    private readonly writer: Writer,
    private readonly rows: readonly Past[],
  ) {}

  /**
   * Restores a row: as a paper of the file where one is here in full, else beside what is left of it here.
   * @param asPaper Restores it as a paper of the file.
   * @returns What was here before; `undefined` when nothing has changed.
   */
  async restore(
    past: Past,
    asPaper: (record: PaperRecord) => Promise<Restored | undefined>,
  ): Promise<Restored | undefined> {
    this.#here ??= new Map(this.rows.map((row) => [row, this.#lookUp(row)]));
    const isStale = idsOf(past).some((id) => this.#put.has(id));
    const known = isStale ? undefined : this.#here.get(past);
    const here = await (known ?? this.#lookUp(past));
    for (const id of idsOf(past)) this.#put.add(id);
    if (here.isPaper || here.past.length > 1) return asPaper(recordOf(past));
    if (here.isBuried) return undefined;
    const [mine] = here.past;
    const after = mine ? mergedPast(mine, past, this.writer.divider) : past;
    if (mine && canonical(mine) === canonical(after)) return undefined;
    await this.writer.transaction.objectStore('past').put(after);
    return { id: after.id, past: mine ? { before: mine } : {} };
  }

  async #lookUp(row: Past): Promise<Here> {
    const { transaction } = this.writer;
    const store = transaction.objectStore('past');
    const isHere = async (id: PaperId) => {
      const papers = this.writer.papers();
      return ((await papers.getKey(id)) ?? (await papers.index('alias').getKey(id))) !== undefined;
    };
    const ids = idsOf(row);
    const [papers, past, tombstone] = await Promise.all([
      Promise.all(ids.map(isHere)),
      Promise.all(ids.map(async (id) => (await store.get(id)) ?? store.index('alias').get(id))),
      findTombstone(this.writer, row),
    ]);
    const rows = past.filter((one) => one !== undefined);
    return {
      isPaper: papers.includes(true),
      past: rows.filter((one, at) => rows.findIndex(({ id }) => id === one.id) === at),
      isBuried: tombstone !== undefined,
    };
  }
}

function mergedPast(mine: Past, theirs: Past, divider: string): Past {
  const [record, other] = [recordOf(mine), recordOf(theirs)];
  const merged = merge(copyOf(record, undefined, undefined), copyOf(other, undefined, undefined));
  return pastOf(rowsOf(merged, record, divider).record);
}

/** Takes back what a restore did to what is left of a paper, unless it is a paper like any other again. */
export async function undoPast(
  { transaction }: Writer,
  id: PaperId,
  { before }: NonNullable<Restored['past']>,
): Promise<boolean> {
  const store = transaction.objectStore('past');
  if (!(await store.getKey(id))) return false;
  await (before ? store.put(before) : store.delete(id));
  return true;
}

/**
 * How many papers that had shrunk where a file comes from are not here at all.
 * @param rows In the order of their ids, as a backup has them, so that those beside them are few.
 * @throws whatever IndexedDB does.
 */
export async function countUnknown(rows: readonly Past[]): Promise<number> {
  const ids = rows.map(({ id }) => id).sort();
  const [first, last] = [ids[0], ids.at(-1)];
  if (first === undefined || last === undefined) return 0;
  const names = ['papers', 'past', 'tombstones'] as const;
  const transaction = (await connection()).transaction(names);
  const stores = names.map((name) => transaction.objectStore(name));
  const range = IDBKeyRange.bound(first, last);
  const keys = await Promise.all(stores.map((store) => store.getAllKeys(range)));
  const known = new Set(keys.flat());
  const isAlias = async (id: PaperId) => {
    const found = await Promise.all(stores.map((store) => store.index('alias').getKey(id)));
    return found.some((key) => key !== undefined);
  };
  const unknown = rows.filter((row) => !idsOf(row).some((id) => known.has(id)));
  const elsewhere = await Promise.all(
    unknown.map(async (row) => (await Promise.all(idsOf(row).map(isAlias))).some(Boolean)),
  );
  return elsewhere.filter((isKnown) => !isKnown).length;
}

function idsOf({ id, aliases = [] }: Past): readonly PaperId[] {
  return [id, ...aliases];
}
