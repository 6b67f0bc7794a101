import type { IDBPTransaction } from 'idb';
import type { PaperId } from '../../papers/paper';
import type { PaperRecord, Stamps } from '../../papers/record';
import { isSameStamp, type Stamp } from '../../papers/words/stamp';
import type { RowKind } from '../../sync/local';
import { bare } from '../database/requests';
import type { OffprintSchema, writtenStores } from '../database/schema';
import type { Mark } from './mark';

type WriteTransaction = IDBPTransaction<OffprintSchema, typeof writtenStores, 'readwrite'>;

const words = [
  'standing',
  'starred',
  'queue',
  'openings',
  'note',
  'version',
  'lead',
] as const satisfies readonly (keyof Stamps)[];

/** What the reader says in one transaction, by what it is about: other devices are to be told of it. */
export class Marks {
  readonly #wanted = new Map<string, Pick<Mark, 'kind' | 'id'>>();

  /** Marks a paper as it is put, where it has words that it had not; with its card, where others cannot have that. */
  paper(before: PaperRecord | undefined, after: PaperRecord): void {
    if (isCardNew(before, after)) this.add('card', after.id);
    if (isCardNew(before, after) || isSaidAnew(before, after)) this.add('paper', after.id);
  }

  /** Marks a paper that is gone, where anything was said of it. */
  dropped(record: PaperRecord): void {
    if (isSaid(record)) this.add('paper', record.id);
  }

  /** Marks a paper whose note may be another one, or a row. */
  add(kind: Mark['kind'], id: PaperId): void {
    this.#wanted.set(`${kind} ${id}`, { kind, id });
  }

  /**
   * Writes it down in the transaction that says it.
   * @param looks The keys of tags that were given a look.
   */
  settle(transaction: WriteTransaction, looks: Iterable<string> = []): void {
    for (const key of looks) this.add('look', key);
    const store = bare(transaction, 'dirty');
    for (const one of this.#wanted.values()) store.put({ ...one, mark: nextMark() });
    this.#wanted.clear();
  }
}

/** The kind of mark that a store's rows have. */
export const rowKindOf = { lists: 'list', rules: 'rule', tags: 'look' } as const satisfies Record<
  string,
  RowKind
>;

let last = 0;
/** How many marks a millisecond has room for. */
const perMillisecond = 1024;

/** A number that was not given before: by time, and at random within a millisecond, since every window gives some. */
export function nextMark(): number {
  const [random = 0] = crypto.getRandomValues(new Uint16Array(1));
  last = Math.max(last + 1, Date.now() * perMillisecond + (random % perMillisecond));
  return last;
}

/** Tells whether the reader has said anything of a paper, be it that it is another one than one that is claimed. */
export function isSaid(record: PaperRecord): boolean {
  const { stamps, tagStamps = [], distinct = [], distinctStamps = [] } = record;
  const said = Object.keys(stamps).length + tagStamps.length;
  return said + distinct.length + distinctStamps.length > 0;
}

function isCardNew(before: PaperRecord | undefined, after: PaperRecord): boolean {
  if (!isSaid(after)) return false;
  return (
    !before ||
    !isSaid(before) ||
    differ(before.aliases, after.aliases) ||
    differ(before.distinct, after.distinct)
  );
}

function isSaidAnew(before: PaperRecord | undefined, after: PaperRecord): boolean {
  return (
    words.some((word) => !isSameStamp(before?.stamps[word], after.stamps[word])) ||
    areOther(before?.tagStamps, after.tagStamps, ({ key }) => key) ||
    areOther(before?.distinctStamps, after.distinctStamps, ({ id }) => id)
  );
}

function areOther<One extends Stamp>(
  before: readonly One[] = [],
  after: readonly One[] = [],
  keyOf: (stamp: One) => string,
): boolean {
  const had = new Map(before.map((stamp) => [keyOf(stamp), stamp]));
  return (
    after.length !== had.size || after.some((stamp) => !isSameStamp(had.get(keyOf(stamp)), stamp))
  );
}

function differ(one: readonly string[] = [], other: readonly string[] = []): boolean {
  return one.length !== other.length || one.some((id) => !other.includes(id));
}
