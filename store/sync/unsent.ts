import type { IDBPTransaction } from 'idb';
import type { PaperRecord, Stamps } from '../../papers/record';
import { isSameStamp } from '../../papers/words/stamp';
import { bare } from '../database/requests';
import type { Dirty, OffprintSchema, writtenStores } from '../database/schema';

type WriteTransaction = IDBPTransaction<OffprintSchema, typeof writtenStores, 'readwrite'>;

const words = [
  'standing',
  'starred',
  'queue',
  'openings',
  'note',
] as const satisfies readonly (keyof Stamps)[];

/** What the reader says in one transaction, by what it is about: other devices are to be told of it. */
export class Unsent {
  readonly #rows = new Map<string, Dirty>();

  /** Says that there may be something new of a paper, a list, a rule or a tag's look. */
  add(kind: Dirty['kind'], id: string): void {
    this.#rows.set(`${kind} ${id}`, { kind, id });
  }

  /** Writes it down in the transaction that says it. */
  settle(transaction: WriteTransaction): void {
    const store = bare(transaction, 'dirty');
    for (const row of this.#rows.values()) store.put(row);
    this.#rows.clear();
  }
}

/** Tells whether one of two states of a paper has words, or ids, that the other has not. */
export function isSaidAnew(before: PaperRecord | undefined, after: PaperRecord): boolean {
  if (!before) return Object.keys(after.stamps).length > 0 || after.tagStamps !== undefined;
  const { stamps, tagStamps = [] } = after;
  const had = new Map((before.tagStamps ?? []).map((stamp) => [stamp.key, stamp]));
  return (
    words.some((word) => !isSameStamp(before.stamps[word], stamps[word])) ||
    tagStamps.length !== had.size ||
    tagStamps.some((stamp) => !isSameStamp(had.get(stamp.key), stamp)) ||
    differ(before.distinct, after.distinct) ||
    differ(before.aliases, after.aliases)
  );
}

function differ(one: readonly string[] = [], other: readonly string[] = []): boolean {
  return one.length !== other.length || one.some((id) => !other.includes(id));
}
