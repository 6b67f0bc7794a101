import { backupFile } from '../../exports/backup';
import { readBackup } from '../../imports/backup';
import { deleteEverything, readInPages } from '../../store/backup/contents';
import { restore } from '../../store/backup/restore/write';
import { connection } from '../../store/database/connection';

const stores = ['papers', 'details', 'notes'] as const;

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

async function make(): Promise<Blob> {
  const created = new Date().toISOString();
  return (await backupFile({ read: readInPages, app: '0', created })).blob;
}

async function readRows(): Promise<readonly (readonly object[])[]> {
  const transaction = (await connection()).transaction(stores);
  return Promise.all(stores.map((name) => transaction.objectStore(name).getAll()));
}

/** The tools for backups; each resolves to the ms that it took. */
export const backupBench = {
  /** A backup of everything, as a file in memory. */
  async backUp(_run: number): Promise<number> {
    return timed(make);
  },

  /** Papers, details and notes read at once. */
  async bareReadAtOnce(_run: number): Promise<number> {
    return timed(readRows);
  },

  /** A backup of everything read and restored into a store that was emptied. */
  async restoreAll(_run: number): Promise<number> {
    const file = await make();
    await deleteEverything();
    return timed(async () => {
      const { contents, state } = await readBackup(file);
      if (state !== 'whole') throw new Error(`The backup is ${state}`);
      await restore(contents, Date.now());
    });
  },

  /** Its papers, details and notes put in one transaction, into stores that were emptied. */
  async bareRestore(_run: number): Promise<number> {
    const rows = await readRows();
    const database = await connection();
    const emptying = database.transaction(stores, 'readwrite');
    await Promise.all(stores.map((name) => emptying.objectStore(name).clear()));
    await emptying.done;
    return timed(async () => {
      const transaction = database.transaction(stores, 'readwrite');
      for (const [at, name] of stores.entries()) {
        const store = transaction.objectStore(name) as { put(row: object): Promise<unknown> };
        for (const row of rows[at] ?? []) void store.put(row);
      }
      await transaction.done;
    });
  },
};
