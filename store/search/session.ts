import { inSlices } from '../../lib/slices';
import { localDay } from '../../papers/local-day';
import type { PaperId } from '../../papers/paper';
import { isSaved } from '../../papers/paper';
import { parse } from '../../papers/query/parse';
import type { Query } from '../../papers/query/query';
import { paperIdIn } from '../../papers/query/values';
import { affects, type EntryChange } from '../../papers/search/affects';
import type { Entry, Head } from '../../papers/search/entry';
import { Library, newestDay } from '../../papers/search/library';
import { type Matcher, matcherOf } from '../../papers/search/match';
import type { Order } from '../../papers/search/order';
import { Ranking } from '../../papers/search/rank';
import { Trail } from '../../papers/search/trail';
import { PastSearches } from './past-searches';
import { readChanges, readLibrary } from './read';
import type { SearchOptions, SearchResult } from './result';

export type { SearchOptions, SearchResult } from './result';

/** What has changed of that which is searched; `all` when it was read anew. */
export type SearchChanges = readonly EntryChange[] | 'all';

/**
 * The search of one page: holds the prepared list in memory and answers at every key. Nothing is
 * read before the first search or `open`. The page passes changes on to `refresh`, and keeps showing the last
 * result until a new one is there.
 */
export class SearchSession {
  #library = new Library();
  #generation = 0;
  #isWhole = false;
  #opening: Promise<void> | undefined;
  /** Resolves when the long texts are there. */
  #whole: Promise<void> = Promise.resolve();
  /** Resolves when the changes told so far are taken up. */
  #refreshing: Promise<void> = Promise.resolve();
  readonly #past = new PastSearches();
  /** Counts the changes of what is searched. */
  #epoch = 0;
  #running = new AbortController();
  readonly #unsaved = new Map<string, Promise<Entry[]>>();
  readonly #listeners = new Set<() => void>();

  /** @param clock Tells the time, in ms since the epoch: dates such as `7d` are counted from its day. */
  constructor(private readonly clock: () => number = Date.now) {}

  /** The reader's day, as an ISO day. */
  get today(): string {
    return localDay(this.clock());
  }

  /** Everything that is searched by default, newest saved first. */
  get entries(): readonly Entry[] {
    return this.#library.entries;
  }

  /**
   * Reads the list; resolves when titles can be searched. Long texts follow by themselves.
   * @throws StoreError; the next call tries again.
   */
  open(): Promise<void> {
    this.#opening ??= this.#read().catch((cause) => {
      this.#opening = undefined;
      throw cause;
    });
    return this.#opening;
  }

  /**
   * Searches. A newer search ends an older one.
   * @returns `undefined` when a newer one, or the signal, ended it.
   * @throws StoreError
   */
  async search(text: string, options: SearchOptions = {}): Promise<SearchResult | undefined> {
    this.#running.abort();
    this.#running = new AbortController();
    const signals = [this.#running.signal, options.signal];
    const { query, problems } = parse(text);
    const matcher = matcherOf(query);
    await this.open();
    const [isWhole, epoch, today] = [this.#isWhole, this.#epoch, this.today];
    const nearest = this.#past.nearest(query, today);
    const candidates = nearest?.candidates ?? (await this.#candidates(query, matcher));
    const isAlike = nearest?.query.inTitle === query.inTitle;
    const trail = new Trail(candidates.length, isAlike ? nearest.trail : undefined);
    const ranking = new Ranking();
    const score = (entry: Entry, at: number) => {
      trail.at = at;
      return matcher.score(entry, today, trail);
    };
    const take = (from: number, to: number) => ranking.take(candidates, score, from, to);
    if (!(await inSlices(candidates.length, take, signals))) return undefined;
    if (epoch === this.#epoch) {
      const { candidates, places } = ranking;
      this.#past.remember({ query, today, candidates, trail: trail.keep(places) });
    }
    const entries = ordered(ranking.ranked(), options.order);
    const ids = entries.slice(0, options.limit ?? 50).map(({ head }) => head.id);
    return { query, problems, ids, total: entries.length, entries, isWhole };
  }

  /**
   * Counts what a search finds that is made now, beside the one that is made meanwhile. Waits for the
   * long texts and begins again when something changes: a number beside a list's name stands until the
   * next change, and must be that of the list.
   * @returns `undefined` when the signal ended it.
   * @throws StoreError
   */
  async count(text: string, signal?: AbortSignal): Promise<number | undefined> {
    const { query } = parse(text);
    const matcher = matcherOf(query);
    for (;;) {
      await this.open();
      await this.#whole;
      const epoch = this.#epoch;
      const { today } = this;
      const candidates = await this.#candidates(query, matcher);
      let count = 0;
      const work = (from: number, to: number) => {
        for (const entry of candidates.slice(from, to))
          if (matcher.score(entry, today) > 0) count += 1;
      };
      if (!(await inSlices(candidates.length, work, [signal]))) return undefined;
      if (epoch === this.#epoch) return count;
    }
  }

  /**
   * Takes up what has changed, as a change event tells it; one after the other, since what is read
   * again whole would forget what came meanwhile.
   * @param ids Papers by any of their ids; `undefined` for too many to name.
   * @returns What was taken up, for `affects`.
   * @throws StoreError
   */
  refresh(ids: readonly PaperId[] | undefined): Promise<SearchChanges> {
    this.#unsaved.clear();
    const refreshing = this.#refreshing.then(() => this.#takeUp(ids));
    this.#refreshing = refreshing.then(
      () => {},
      () => {},
    );
    return refreshing;
  }

  /** Whether a search may find something else after changes than before. */
  affects(text: string, order: Order, changes: SearchChanges): boolean {
    return changes === 'all' || affects(parse(text).query, order, changes, this.today);
  }

  async #takeUp(ids: readonly PaperId[] | undefined): Promise<SearchChanges> {
    this.#unsaved.clear();
    if (!this.#opening) return [];
    await this.#opening;
    const changes = ids && (await readChanges(ids, this.#generation));
    if (!changes) {
      await this.#reload();
      return 'all';
    }
    const taken = changes.map(({ id, head, body }) => {
      const before = this.#library.get(id);
      if (!head) this.#library.delete(id);
      else this.#library.set(head, body);
      return { before, after: this.#library.get(id) };
    });
    this.#outdate();
    return taken;
  }

  /**
   * Calls back whenever a search may find something else than before, not because papers have changed,
   * which `refresh` tells, but since their long texts have been read. Until the signal aborts.
   */
  onChange(callback: () => void, signal?: AbortSignal): void {
    this.#listeners.add(callback);
    signal?.addEventListener('abort', () => this.#listeners.delete(callback));
  }

  async #read(): Promise<void> {
    const reading = await readLibrary(this.#library);
    this.#generation = reading.generation;
    this.#whole = reading.readBodies().then(() => {
      this.#isWhole = true;
      this.#outdate();
      for (const listener of this.#listeners) listener();
    });
    // Titles can be searched; the next refresh that needs it reads everything again.
    this.#whole.catch(() => {
      this.#generation = -1;
    });
  }

  /** Reads everything again, beside what is searched meanwhile. */
  async #reload(): Promise<void> {
    const library = new Library();
    const { generation, readBodies } = await readLibrary(library);
    await readBodies();
    this.#library = library;
    this.#generation = generation;
    this.#isWhole = true;
    this.#whole = Promise.resolve();
    this.#outdate();
  }

  #outdate(): void {
    this.#past.forget();
    this.#epoch += 1;
  }

  async #candidates(query: Query, { states }: Matcher): Promise<readonly Entry[]> {
    const others: Entry[] = [];
    for (const state of states) {
      if (isSaved(state)) continue;
      const known = this.#unsaved.get(state);
      const reading = known ?? import('./unsaved').then(({ readUnsaved }) => readUnsaved(state));
      this.#unsaved.set(state, reading);
      others.push(...(await reading));
    }
    const candidates = [...this.#library.entries, ...others.sort(newestDay)];
    const named = query.groups.flat().filter(({ kind, not }) => kind === 'id' && !not);
    if (named.length === 0) return candidates;
    const ids = named.flatMap(({ text }) => paperIdIn(text) ?? []);
    const { readNamed } = await import('./unsaved');
    const present = new Set(candidates.map(({ head }) => head.id));
    return [...candidates, ...(await readNamed(ids)).filter(({ head }) => !present.has(head.id))];
  }
}

function ordered(
  entries: Entry[],
  order: ((one: Head, other: Head) => number) | undefined,
): Entry[] {
  return order ? entries.sort((one, other) => order(one.head, other.head)) : entries;
}
