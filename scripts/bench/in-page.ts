import { browser } from '../../lib/browser';
import { changeMany } from '../../store/actions/change';
import { connection } from '../../store/database/connection';
import { findDuplicates } from '../../store/duplicates/find';
import { listSaved } from '../../store/records/queries';
import { SearchSession } from '../../store/search/session';
import { decide } from '../../store/words/decide';
import { saveNote } from '../../store/words/notes';
import { backupBench } from './in-page-backup';
import { bareBench, openWhole } from './in-page-bare';
import { bulkBench } from './in-page-bulk';
import { exportBench } from './in-page-export';
import { importBench } from './in-page-imports';
import { partsBench } from './in-page-parts';
import { rankingBench } from './in-page-ranking';
import { syncBench } from './in-page-sync';
import { yearsBench } from './in-page-years';

/** A store of papers, and a record of it. */
export interface PaperShape {
  readonly keyPath: string | string[] | null;
  readonly indexes: readonly {
    readonly name: string;
    readonly keyPath: string | string[];
    readonly options: IDBIndexParameters;
  }[];
  readonly record: unknown;
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

async function savedIds(): Promise<string[]> {
  return (await listSaved({}, 50)).papers.map(({ id }) => id);
}

async function savedId(run: number): Promise<string> {
  const id = (await savedIds()).at(run % 50);
  if (!id) throw new Error('The list is empty');
  return id;
}

const parts = [
  bareBench,
  bulkBench,
  importBench,
  exportBench,
  yearsBench,
  backupBench,
  syncBench,
] as const;
const names = parts.flatMap(Object.keys);
const twice = names.find((name, at) => names.indexOf(name) !== at);
if (twice) throw new Error(`Two tools are called ${twice}: one would be measured for the other`);

const bench = {
  ...bareBench,
  ...bulkBench,
  ...importBench,
  ...exportBench,
  ...yearsBench,
  ...rankingBench,
  ...backupBench,
  ...syncBench,
  ...partsBench,

  /** How the store of papers is built, and one of its records: what a bare put elsewhere needs. */
  async aRecord(run: number): Promise<PaperShape> {
    const id = await savedId(run);
    const { store } = (await connection()).transaction('papers');
    const record = await store.get(id);
    const indexes = Array.from(store.indexNames, (name) => {
      const { keyPath, multiEntry, unique } = store.index(name);
      return { name, keyPath, options: { multiEntry, unique } };
    });
    if (!record) throw new Error('The paper is gone');
    return { keyPath: store.keyPath, indexes, record };
  },

  /** One record put in a transaction of its own. */
  async barePut(run: number): Promise<number> {
    const database = await connection();
    const record = await database.get('papers', await savedId(run));
    if (!record) throw new Error('The paper is gone');
    return timed(async () => {
      const transaction = database.transaction('papers', 'readwrite');
      void transaction.store.put(record);
      await transaction.done;
    });
  },

  async saveNote(run: number): Promise<number> {
    const id = await savedId(run);
    const note = await (await connection()).get('notes', id);
    const text = `Compare with our own numbers, take ${run}.`;
    return timed(() => saveNote(id, text, note?.updatedAt ?? 0, '', Date.now()));
  },

  /** A tag added to a paper, and taken off at the next call. */
  async saveTag(run: number): Promise<number> {
    const id = await savedId(run);
    const { tags = [] } = (await (await connection()).get('papers', id)) ?? {};
    const has = tags.includes('kept');
    const change = { kind: 'tag', add: has ? [] : ['kept'], remove: has ? ['kept'] : [] } as const;
    return timed(() => changeMany([id], change, Date.now()));
  },

  /** From before a paper is marked until the toolbar icon tells of it. */
  async badge(run: number): Promise<number> {
    const id = await savedId(run);
    const record = await (await connection()).get('papers', id);
    const before = await browser.action.getTitle({});
    return timed(async () => {
      const write = decide([id], record?.state === 'unread' ? 'read' : 'unread', Date.now());
      const end = performance.now() + 60_000;
      while ((await browser.action.getTitle({})) === before)
        if (performance.now() > end) throw new Error('The badge does not change');
      await write;
    });
  },

  /** From setting a key until a listener hears of it. */
  bareEvent(run: number): Promise<number> {
    return timed(
      () =>
        new Promise<void>((resolve) => {
          const listener = (changes: object) => {
            if (!('bench' in changes)) return;
            browser.storage.onChanged.removeListener(listener);
            resolve();
          };
          browser.storage.onChanged.addListener(listener);
          void browser.storage.local.set({ bench: run });
        }),
    );
  },

  /** A page that has just opened answers its first search. */
  firstSearch(_run: number): Promise<number> {
    return timed(() => new SearchSession().search('retrieval'));
  },

  /** What that search reads, read by IndexedDB and nothing done with it. */
  async bareRead(_run: number): Promise<number> {
    const database = await connection();
    return timed(() => database.getAll('heads'));
  },

  /** Every paper looked through for another one that it may be. */
  async duplicates(_run: number): Promise<number> {
    return timed(async () => {
      if (!(await findDuplicates())) throw new Error('Nothing was looked through');
    });
  },

  /** Every paper read by IndexedDB, and nothing done with it. */
  async bareReadAll(_run: number): Promise<number> {
    const database = await connection();
    return timed(() => database.getAll('papers'));
  },

  /** Each key of a query typed, the mean of a key; and the bare scan of the same texts for it. */
  async keys(query: string): Promise<{ ms: number; bareMs: number }> {
    const session = await openWhole();
    const prefixes = Array.from(query, (_, at) => query.slice(0, at + 1));
    const ms = await timed(async () => {
      for (const prefix of prefixes) await session.search(prefix);
    });
    const bareMs = await timed(async () => {
      for (const prefix of prefixes)
        session.entries.filter(({ body }) => body?.text.includes(prefix));
    });
    return { ms: ms / prefixes.length, bareMs: bareMs / prefixes.length };
  },
};

type Tools = typeof bench;
let work: Promise<unknown> | undefined;

/** How long `settled` waits, in ms: whoever drives the browser gives up on a long call. */
const patience = 5000;

const driver = {
  /** Begins something; `settled` tells what came of it. */
  begin(name: keyof Tools, argument: never): void {
    work = Promise.resolve(bench[name](argument));
    // Told by `settled`.
    work.catch(() => {});
  },

  /**
   * What came of it, in a list; empty while it goes on.
   * @throws what the work did.
   */
  settled(): Promise<unknown[]> {
    const isLate = new Promise<unknown[]>((resolve) => setTimeout(resolve, patience, []));
    return Promise.race([Promise.resolve(work).then((value) => [value]), isLate]);
  },
};

/** What a page has on its global object once it has evaluated this module. */
export interface BenchWindow {
  offprintBench: Tools;
  offprintBenchDriver: typeof driver;
}

const scope = globalThis as unknown as BenchWindow;
scope.offprintBench = bench;
scope.offprintBenchDriver = driver;
