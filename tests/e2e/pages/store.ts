import type { Session } from '../harness/session';

interface Row {
  readonly id: string;
  readonly title?: string;
  readonly state: string;
  readonly tags: readonly string[];
  readonly hasNote: boolean;
}

interface StorageApi {
  storage: {
    local: {
      get(key: string): Promise<Record<string, unknown>>;
      set(values: object): Promise<void>;
    };
  };
}

/** Reads and writes the extension's database past its own code, as an inspector would. */
export class Store {
  constructor(private readonly session: Session) {}

  /** The ids of the papers in a state. */
  async papersIn(state: string): Promise<string[]> {
    const { papers } = await this.#read();
    return papers.filter((paper) => paper.state === state).map(({ id }) => id);
  }

  /** The ids of the papers that were on screen in a visit that goes on. */
  async impressions(): Promise<string[]> {
    return (await this.#read()).glances.map(({ id }) => id);
  }

  /** The stored title of a paper. */
  async titleOf(id: string): Promise<string | undefined> {
    return (await this.#read()).papers.find((paper) => paper.id === id)?.title;
  }

  /** The tags of a paper. */
  async tagsOf(id: string): Promise<readonly string[]> {
    return (await this.#read()).papers.find((paper) => paper.id === id)?.tags ?? [];
  }

  /** The stored note of a paper. */
  async noteOf(id: string): Promise<string | undefined> {
    return (await this.#read()).notes.find((note) => note.id === id)?.text;
  }

  /** Keeps a smart list. */
  async keepList(list: { id: string; name: string; query: string }): Promise<void> {
    await this.#put('lists', { icon: 'list', order: 'best', isPinned: true, at: 1, ...list });
  }

  /**
   * Notes decisions of the reader's, one after the other, in the log alone: the papers wait on. What is learned of
   * them is worked out at once, since an option was changed.
   */
  async decideOften(liked: readonly string[], others: readonly string[], times = 2): Promise<void> {
    const all = [...liked, ...others];
    for (let at = 0; at < all.length * times; at += 1) {
      const id = all[at % all.length] ?? '';
      const what = liked.includes(id) ? 'saved' : 'dismissed';
      await this.#put('decisions', {
        ...{ last: at + 1, at: at + 1, what, by: 'reader', ids: [id], upvotes: [null] },
      });
    }
    await this.keepLocally({ options: { ranks: true } });
  }

  /** Writes keys of `storage.local`. */
  keepLocally(values: Record<string, unknown>): Promise<void> {
    return this.session.inExtension(async (written) => {
      const scope = globalThis as unknown as { browser?: StorageApi; chrome: StorageApi };
      await (scope.browser ?? scope.chrome).storage.local.set(written);
    }, values);
  }

  /** Reads a key of `storage.local`. */
  readLocally<T>(key: string): Promise<T | undefined> {
    return this.session.inExtension(async (name) => {
      const scope = globalThis as unknown as { browser?: StorageApi; chrome: StorageApi };
      return (await (scope.browser ?? scope.chrome).storage.local.get(name))[name];
    }, key) as Promise<T | undefined>;
  }

  /** The keys of the lists of days that are known. */
  listKeys(): Promise<string[]> {
    return this.session.inExtension(async () => {
      const opening = indexedDB.open('offprint');
      await new Promise((resolve) => opening.addEventListener('success', resolve));
      const asking = opening.result.transaction('days').objectStore('days').getAllKeys();
      await new Promise((resolve) => asking.addEventListener('success', resolve));
      opening.result.close();
      return asking.result.map(String);
    });
  }

  /** Forgets which papers each day has; the papers stay. */
  forgetDays(): Promise<void> {
    return this.session.inExtension(async () => {
      // Opening would make an empty one, for which the extension would have to wait.
      const isThere = (await indexedDB.databases()).some(({ name }) => name === 'offprint');
      if (!isThere) return;
      const opening = indexedDB.open('offprint');
      await new Promise((resolve) => opening.addEventListener('success', resolve));
      const transaction = opening.result.transaction('days', 'readwrite');
      transaction.objectStore('days').clear();
      await new Promise((resolve) => transaction.addEventListener('complete', resolve));
      opening.result.close();
    });
  }

  /** Deletes the database under whoever has it open. */
  deleteDatabase(): Promise<void> {
    return this.session.inExtension(async () => {
      const request = indexedDB.deleteDatabase('offprint');
      await new Promise((resolve, reject) => {
        request.onsuccess = resolve;
        request.onerror = reject;
      });
    });
  }

  /** Where counters and tag counts disagree with the papers. */
  async disagreements(): Promise<string[]> {
    const { papers, counters, tags } = await this.#read();
    const found: string[] = [];
    const states = new Set([...papers.map(({ state }) => state), ...Object.keys(counters)]);
    for (const state of states) {
      const count = papers.filter((paper) => paper.state === state).length;
      if ((counters[state] ?? 0) !== count)
        found.push(`${state}: ${counters[state]} counted, ${count} there`);
    }
    const saved = papers.filter(({ state }) => ['unread', 'reading', 'read'].includes(state));
    const used = saved.flatMap((paper) => paper.tags).length;
    const counted = tags.reduce((sum, { count }) => sum + count, 0);
    if (used !== counted) found.push(`${counted} tags counted, ${used} there`);
    return found;
  }

  #put(name: string, value: object): Promise<void> {
    return this.session.inExtension(
      async (storeName, row) => {
        const opening = indexedDB.open('offprint');
        const database = await new Promise<IDBDatabase>((resolve, reject) => {
          opening.onsuccess = () => resolve(opening.result);
          opening.onerror = () => reject(opening.error);
        });
        const transaction = database.transaction(storeName, 'readwrite');
        transaction.objectStore(storeName).put(row);
        await new Promise((resolve, reject) => {
          transaction.oncomplete = resolve;
          transaction.onerror = () => reject(transaction.error);
        });
        database.close();
      },
      name,
      value,
    );
  }

  #read(): Promise<{
    papers: Row[];
    counters: Record<string, number>;
    tags: { count: number }[];
    notes: { id: string; text: string }[];
    glances: { id: string }[];
  }> {
    return this.session.inExtension(async () => {
      const result = <T>(request: IDBRequest<T>) =>
        new Promise<T>((resolve, reject) => {
          request.onsuccess = () => resolve(request.result);
          request.onerror = () => reject(request.error);
        });
      // Opening would make an empty one, for which the extension would have to wait.
      const isThere = (await indexedDB.databases()).some(({ name }) => name === 'offprint');
      if (!isThere) return { papers: [], counters: {}, tags: [], notes: [], glances: [] };
      const database = await result(indexedDB.open('offprint'));
      const transaction = database.transaction(['papers', 'counters', 'tags', 'notes', 'glances']);
      const all = (name: string) => result(transaction.objectStore(name).getAll());
      const [papers, values, tags, notes, glances, keys] = await Promise.all([
        all('papers'),
        all('counters'),
        all('tags'),
        all('notes'),
        all('glances'),
        result(transaction.objectStore('counters').getAllKeys()),
      ]);
      database.close();
      const counters = Object.fromEntries(keys.map((key, index) => [String(key), values[index]]));
      return { papers, counters, tags, notes, glances };
    });
  }
}
