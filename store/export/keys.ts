import { unwrap } from 'idb';
import { outgoingPaper, type StoredPaper, wholePaper } from '../../exports/along';
import { keysFor } from '../../exports/citation-keys';
import { givenKey } from '../../papers/facts/extra';
import type { PaperId } from '../../papers/paper';
import { answers } from '../database/requests';
import { withDatabase } from '../database/with-database';
import { type GivenOut, keepWaiting, readWaiting, WaitingKeys } from './waiting-keys';

/** A paper as it was read; one that has shrunk gets no key, since it has nowhere to keep one. */
export interface ReadPaper extends StoredPaper {
  readonly isShrunk?: true;
}

/** For up to so many papers the keys that others have are looked up one by one. */
const few = 20;

/**
 * Gives papers the keys that they have in bibliographies from then on, page by page. One that has a key keeps it;
 * a new one is no other paper's.
 */
export class KeyGiver {
  #waiting = new WaitingKeys();
  /** How many papers had a key of their own when a page was read. */
  #count = 0;
  /** Which keys papers have, in small letters, as far as was looked, and of how many papers all of them are known. */
  #taken = new Map<string, boolean>();
  #allOf: number | undefined = 0;
  /** What comes after a key that is taken: those before it were. */
  readonly #others = new Map<string, Iterator<string, void>>();

  /**
   * @param pattern See exports/citation-keys.ts.
   * @param total How many papers there are.
   * @param now ms since the epoch.
   */
  constructor(
    private readonly pattern: string,
    private readonly total: number,
    private readonly now: number,
  ) {}

  /** Looks in the transaction that reads a page what there is of keys: of the stores `profile` and `details`. */
  async look(transaction: IDBTransaction): Promise<void> {
    const index = transaction.objectStore('details').index('citationKey');
    const [waiting, [count = 0]] = await Promise.all([
      readWaiting(transaction.objectStore('profile'), this.#waiting),
      answers([index.count()]),
    ]);
    this.#waiting = waiting;
    if (count === this.#count) return;
    this.#count = count;
    this.#taken.clear();
    this.#allOf = undefined;
  }

  /**
   * Gives the papers of a page their keys, which are kept when it resolves.
   * @param papers As they were read when `look` was called last.
   * @returns The keys of those that have none with them; `undefined` where the page has to be read again, since keys were
   * given out elsewhere meanwhile.
   * @throws StoreError
   */
  async give(papers: readonly ReadPaper[]): Promise<ReadonlyMap<PaperId, string> | undefined> {
    const given = new Map<PaperId, string>();
    const without: StoredPaper[] = [];
    for (const paper of new Map(papers.map((one) => [one.record.id, one])).values()) {
      if (paper.isShrunk || (paper.details && givenKey(paper.details) !== undefined)) continue;
      const key = this.#waiting.of(paper.record);
      if (key === undefined) without.push(paper);
      else given.set(paper.record.id, key);
    }
    if (without.length === 0) return given;
    const fresh = await this.#chosen(without);
    if (!(await keepWaiting(this.#waiting, fresh, this.now))) return undefined;
    for (const [id, key] of fresh) given.set(id, key);
    return given;
  }

  async #chosen(papers: readonly StoredPaper[]): Promise<GivenOut[]> {
    const wanted = papers.map(({ record, details = { id: record.id } }) => {
      const others = keysFor(outgoingPaper({ record, details }, wholePaper), this.pattern);
      return { id: record.id, key: others.next().value ?? record.id, others };
    });
    if (papers.length > few && this.#count <= 4 * this.total) await this.#lookAtAll();
    else await this.#lookUp(wanted.map(({ key }) => key));
    const own = new Set<string>();
    const chosen: GivenOut[] = [];
    for (const { id, key: best, others } of wanted) {
      let key = best;
      while (own.has(key.toLowerCase()) || (await this.#isTaken(key))) {
        if (!this.#others.has(best)) this.#others.set(best, others);
        key = this.#others.get(best)?.next().value ?? id;
      }
      own.add(key.toLowerCase());
      chosen.push([id, key]);
    }
    return chosen;
  }

  async #isTaken(key: string): Promise<boolean> {
    const folded = key.toLowerCase();
    if (this.#waiting.has(folded)) return true;
    if (!this.#taken.has(folded)) await this.#lookUp([key]);
    return this.#taken.get(folded) === true;
  }

  /** Looks up whether papers have some keys, side by side. */
  async #lookUp(keys: readonly string[]): Promise<void> {
    const folded = keys.map((key) => key.toLowerCase());
    const isKnown = this.#allOf === this.#count;
    const found = isKnown
      ? []
      : await withDatabase((database) =>
          answers(
            folded.map((key) =>
              unwrap(database.transaction('details').store).index('citationKey').getKey(key),
            ),
          ),
        );
    folded.forEach((key, at) => {
      if (!this.#taken.has(key)) this.#taken.set(key, found[at] !== undefined);
    });
  }

  /** Reads all keys that papers have. */
  async #lookAtAll(): Promise<void> {
    if (this.#allOf === this.#count) return;
    const count = this.#count;
    const taken = await withDatabase(async (database) => {
      const keys: string[] = [];
      const index = database.transaction('details').store.index('citationKey');
      for (let at = await index.openKeyCursor(); at; at = await at.continue()) keys.push(at.key);
      return keys;
    });
    this.#taken = new Map(taken.map((key) => [key, true]));
    this.#allOf = count;
  }
}
