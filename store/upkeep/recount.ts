import { onChange } from '../../lib/changes';
import { pause } from '../../lib/slices';
import type { PaperRecord } from '../../papers/record';
import { connection, type Database } from '../database/connection';
import type { Tag } from '../database/schema';
import { type CounterName, counterNames } from '../derived/counter-names';
import { Tally } from '../derived/tally';

const pageSize = 500;
const tries = 3;

/** The counters and tags as they were read. */
interface Counted {
  readonly counters: ReadonlyMap<string, number>;
  readonly tags: ReadonlyMap<string, Tag>;
}

/** The stores of what is counted, within a transaction. */
interface Stores {
  readonly counters: {
    get(name: CounterName): Promise<number | undefined>;
    put(count: number, name: CounterName): Promise<unknown>;
  };
  readonly tags: {
    getAll(): Promise<Tag[]>;
    put(tag: Tag): Promise<unknown>;
    delete(key: string): Promise<unknown>;
  };
}

/**
 * Counts every paper anew, page by page, and corrects the counters and tags that are wrong. When
 * something changes meanwhile it begins again; in the end it counts within one transaction.
 * @returns What was corrected.
 */
export async function recount(): Promise<string[]> {
  const database = await connection();
  for (let left = tries; left > 0; left -= 1) {
    const corrected = await recountByPages(database);
    if (corrected) return corrected;
  }
  const transaction = database.transaction(['papers', 'counters', 'tags'], 'readwrite');
  const papers = transaction.objectStore('papers');
  const tally = await tallyAll((range) => papers.getAll(range, pageSize));
  const stores = storesOf(transaction);
  const corrected = await correct(stores, await readCounted(stores), tally);
  await transaction.done;
  return corrected;
}

async function recountByPages(database: Database): Promise<string[] | undefined> {
  const names = ['counters', 'tags'] as const;
  const watching = new AbortController();
  let isDisturbed = false;
  onChange(() => {
    isDisturbed = true;
  }, watching.signal);
  try {
    const before = await readCounted(storesOf(database.transaction(names, 'readwrite')));
    const tally = await tallyAll(async (range) => {
      await pause();
      return database.getAll('papers', range, pageSize);
    });
    const transaction = database.transaction(names, 'readwrite');
    const stores = storesOf(transaction);
    const now = await readCounted(stores);
    const isSame = JSON.stringify(plain(before)) === JSON.stringify(plain(now));
    const corrected = isSame && !isDisturbed ? await correct(stores, now, tally) : undefined;
    await transaction.done;
    return corrected;
  } finally {
    watching.abort();
  }
}

function storesOf(transaction: { objectStore(name: 'counters' | 'tags'): unknown }): Stores {
  return {
    counters: transaction.objectStore('counters'),
    tags: transaction.objectStore('tags'),
  } as Stores;
}

async function readCounted({ counters, tags }: Stores): Promise<Counted> {
  const [rows, ...counts] = await Promise.all([
    tags.getAll(),
    ...counterNames.map((name) => counters.get(name)),
  ]);
  return {
    counters: new Map(counterNames.map((name, at) => [name, counts[at] ?? 0])),
    tags: new Map(rows.map((tag) => [tag.key, tag])),
  };
}

function plain({ counters, tags }: Counted): unknown {
  return [...counters, ...tags];
}

async function tallyAll(read: (range: IDBKeyRange) => Promise<PaperRecord[]>): Promise<Tally> {
  const tally = new Tally();
  let after = '';
  for (let isMore = true; isMore; ) {
    const papers = await read(IDBKeyRange.lowerBound(after, true));
    for (const paper of papers) tally.add(paper);
    after = papers.at(-1)?.id ?? after;
    isMore = papers.length === pageSize;
  }
  return tally;
}

async function correct(stores: Stores, counted: Counted, tally: Tally): Promise<string[]> {
  const corrected: string[] = [];
  for (const name of counterNames) {
    const count = tally.counters.get(name) ?? 0;
    if (counted.counters.get(name) === count) continue;
    corrected.push(`counter ${name}`);
    await stores.counters.put(count, name);
  }
  for (const key of new Set([...counted.tags.keys(), ...tally.tags.keys()])) {
    const [stored, used] = [counted.tags.get(key), tally.tags.get(key)];
    const count = used?.count ?? 0;
    const isKept = count > 0 || stored?.hue !== undefined;
    if (isKept ? stored?.count === count : !stored) continue;
    corrected.push(`tag ${key}`);
    const tag = { ...(stored ?? { key, name: used?.name ?? key }), count };
    await (isKept ? stores.tags.put(tag) : stores.tags.delete(key));
  }
  return corrected;
}
