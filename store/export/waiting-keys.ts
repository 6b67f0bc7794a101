import type { PaperId } from '../../papers/paper';
import type { PaperRecord } from '../../papers/record';
import { answers } from '../database/requests';
import { withDatabase } from '../database/with-database';

/** A citation key that was given out. */
export type GivenOut = readonly [paper: PaperId, key: string];

/**
 * Citation keys that were given out together, in one row, so that a bibliography of a long list does not wait until as many
 * papers are written. Each goes to its paper before anything else looks at it; see `settleKeys`.
 */
export interface KeysRow {
  /** When, in ms since the epoch. */
  readonly at: number;
  readonly keys: readonly GivenOut[];
}

/** Under which key a row of keys is kept. */
export function rowKey(number: number): ['keys', number] {
  return ['keys', number];
}

/** The keys of all these rows lie between; an array is greater than any number (https://w3c.github.io/IndexedDB/#compare-two-keys). */
export function rowKeys(): IDBKeyRange {
  return IDBKeyRange.bound(['keys'], ['keys', []]);
}

/** All keys that wait to be written to their papers, as of one moment. */
export class WaitingKeys {
  readonly #keys = new Map<PaperId, string>();
  readonly #folded = new Set<string>();

  /** @param numbers Of the rows that they are in. */
  constructor(
    readonly numbers: number[] = [],
    rows: readonly KeysRow[] = [],
  ) {
    for (const { keys } of rows) this.#take(keys);
  }

  /** The key that waits for a paper, which may have been given to it under any of its ids. */
  of({ id, aliases = [] }: Pick<PaperRecord, 'id' | 'aliases'>): string | undefined {
    if (this.#keys.size === 0) return undefined;
    return [id, ...aliases].map((one) => this.#keys.get(one)).find((key) => key !== undefined);
  }

  /** @param folded A key in small letters. */
  has(folded: string): boolean {
    return this.#folded.has(folded);
  }

  /** Takes up another row. */
  add(number: number, keys: readonly GivenOut[]): void {
    this.numbers.push(number);
    this.#take(keys);
  }

  /** Of two keys of a paper the first one stands. */
  #take(keys: readonly GivenOut[]): void {
    for (const [id, key] of keys) {
      if (!this.#keys.has(id)) this.#keys.set(id, key);
      this.#folded.add(key.toLowerCase());
    }
  }
}

/**
 * Reads the keys that wait, within a running transaction.
 * @param profile The store of that name.
 * @param known Those that were read before, which is what is given where nothing has changed.
 * @throws What IndexedDB throws.
 */
export async function readWaiting(
  profile: IDBObjectStore,
  known = new WaitingKeys(),
): Promise<WaitingKeys> {
  const numbers = await numbersIn(profile);
  if (isSame(numbers, known)) return known;
  const [rows = []] = await answers([profile.getAll(rowKeys())]);
  return new WaitingKeys(numbers, rows);
}

/**
 * Keeps keys that are given out.
 * @param waiting Takes them up, too.
 * @param at When, in ms since the epoch.
 * @returns False, and nothing is kept, where others wait by now than is known.
 * @throws StoreError
 */
export function keepWaiting(
  waiting: WaitingKeys,
  keys: readonly GivenOut[],
  at: number,
): Promise<boolean> {
  return withDatabase(async (database) => {
    const { store, done } = database.transaction('profile', 'readwrite');
    const numbers = (await store.getAllKeys(rowKeys())).map(numberOf);
    const isCurrent = isSame(numbers, waiting);
    // None that was there before, also where all of those are settled.
    const number = Math.max(Math.trunc(at), 1 + (numbers.at(-1) ?? 0));
    if (isCurrent) await store.put({ at, keys } satisfies KeysRow, rowKey(number));
    await done;
    if (isCurrent) waiting.add(number, keys);
    return isCurrent;
  });
}

async function numbersIn(profile: IDBObjectStore): Promise<number[]> {
  const [found = []] = await answers([profile.getAllKeys(rowKeys())]);
  return found.map(numberOf);
}

function numberOf(key: IDBValidKey): number {
  return Number((key as readonly unknown[])[1]);
}

function isSame(numbers: readonly number[], { numbers: known }: WaitingKeys): boolean {
  return numbers.length === known.length && numbers.every((number, at) => number === known[at]);
}
