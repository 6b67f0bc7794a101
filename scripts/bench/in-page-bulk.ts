import { changeMany } from '../../store/actions/change';
import { undoLast } from '../../store/actions/undo';
import { connection } from '../../store/database/connection';
import { journalStore } from '../../store/database/schema';
import { journalLimit } from '../../store/search/maintain';
import { renameTag } from '../../store/words/tags';

const names = ['bench one', 'bench two'] as const;
const tagged = 5000;
const many = 10_000;

/** How long some work takes, in ms. */
export async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

/** Waits until the background has put the search in shape after what was done before. */
export async function quiet(): Promise<void> {
  const database = await connection();
  const end = performance.now() + 300_000;
  while ((await database.count(journalStore)) > journalLimit) {
    if (performance.now() > end) throw new Error('The background is not done');
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}

async function savedIds(count: number): Promise<string[]> {
  const ids: string[] = [];
  let cursor = await (await connection()).transaction('papers').store.index('list').openKeyCursor();
  while (cursor && ids.length < count) {
    ids.push(cursor.primaryKey);
    cursor = await cursor.continue();
  }
  return ids;
}

/** The tools for changes of very many papers; each resolves to the ms that it took. */
export const bulkBench = {
  /** So many records read and put back as they are, in one transaction; the putting is timed. */
  async barePuts(count: number): Promise<number> {
    await quiet();
    const database = await connection();
    const records = await database.getAll('papers', null, count);
    return timed(async () => {
      const transaction = database.transaction('papers', 'readwrite');
      for (const record of records) void transaction.store.put(record);
      await transaction.done;
    });
  },

  async bulkStatus(run: number): Promise<number> {
    await quiet();
    const ids = await savedIds(many);
    const to = run % 2 === 0 ? 'reading' : 'read';
    return timed(() => changeMany(ids, { kind: 'state', to }, Date.now()));
  },

  async tagMany(_run: number): Promise<number> {
    await quiet();
    const ids = await savedIds(tagged);
    const change = { kind: 'tag', add: [names[0]], remove: [] } as const;
    return timed(() => changeMany(ids, change, Date.now()));
  },

  async bulkRename(_run: number): Promise<number> {
    await quiet();
    return timed(() => renameTag(names[0], names[1], Date.now()));
  },

  async bulkUndo(_run: number): Promise<number> {
    await quiet();
    return timed(() => undoLast(Date.now()));
  },
};
