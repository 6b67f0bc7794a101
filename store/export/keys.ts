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

/** The keys that papers may have; those that a file had for its papers are chosen first, since texts cite them. */
function wantedKeys(papers: readonly StoredPaper[], pattern: string) {
  const wanted = papers.map(({ record, details = { id: record.id } }) => {
    const paper = outgoingPaper({ record, details }, wholePaper);
    const others = keysFor(paper, pattern);
    const isInFile = paper.citationKey !== undefined;
    return { id: record.id, key: others.next().value ?? record.id, others, isInFile };
  });
  return wanted.sort((one, other) => Number(other.isInFile) - Number(one.isInFile));
}

/** For up to so many papers the keys that others have are looked up one by one. */
const few = 20;

/**
 * Gives papers the keys that they have in bibliographies from then on, page by page. One that has a key keeps it;
 * a new one is no other paper's.
 */
export class KeyGiver {
  #waiting = new WaitingKeys();
  /** Which keys papers have, in small letters, as far as was looked, and whether those are all. */
  readonly #taken = new Map<string, boolean>();
  #areAll = false;
  /** What comes after a key that is taken: those before it were. */
  readonly #others = new Map<string, Iterator<string, void>>();

  /**
   * @param pattern See exports/citation-keys.ts; absent where none that are new are given.
   * @param total How many papers there are.
   * @param now ms since the epoch.
   */
  constructor(
    private readonly pattern: string | undefined,
    private readonly total: number,
    private readonly now: number,
  ) {}

  /**
   * Looks within the transaction that reads a page which keys wait. What papers have themselves is looked at once, and again
   * when others wait, which may have gone to papers: to count the keys of a long list takes as long as to read a page of it.
   */
  async look(transaction: IDBTransaction): Promise<void> {
    const waiting = await readWaiting(transaction.objectStore('profile'), this.#waiting);
    if (waiting === this.#waiting) return;
    this.#waiting = waiting;
    this.#taken.clear();
    this.#areAll = false;
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
    if (without.length === 0 || this.pattern === undefined) return given;
    const fresh = await this.#chosen(without, this.pattern);
    if (!(await keepWaiting(this.#waiting, fresh, this.now))) return undefined;
    for (const [id, key] of fresh) given.set(id, key);
    return given;
  }

  async #chosen(papers: readonly StoredPaper[], pattern: string): Promise<GivenOut[]> {
    const wanted = wantedKeys(papers, pattern);
    if (!this.#areAll && papers.length > few) await this.#lookAtAll();
    await this.#lookUp(wanted.map(({ key }) => key));
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
    const folded = keys.map((key) => key.toLowerCase()).filter((key) => !this.#taken.has(key));
    if (this.#areAll || folded.length === 0) return;
    const found = await withDatabase((database) => {
      const index = unwrap(database.transaction('details').store).index('citationKey');
      return answers(folded.map((key) => index.getKey(key)));
    });
    folded.forEach((key, at) => {
      this.#taken.set(key, found[at] !== undefined);
    });
  }

  /** Reads all keys that papers have, unless these are far more than may be given. */
  async #lookAtAll(): Promise<void> {
    await withDatabase(async (database) => {
      const index = database.transaction('details').store.index('citationKey');
      if ((await index.count()) > 4 * this.total) return;
      for (let at = await index.openKeyCursor(); at; at = await at.continue())
        this.#taken.set(at.key, true);
      this.#areAll = true;
    });
  }
}
