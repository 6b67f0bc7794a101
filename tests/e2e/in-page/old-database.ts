import { closeConnection } from '../../../store/database/connection';
import { migrations } from '../../../store/database/migrations';
import { openDatabase } from '../../../store/database/upgrade';
import version4 from '../../fixtures/databases/version-4.json';
import { frozenDatabase, grown } from '../../support/frozen';

const made = Date.parse('2026-03-28T00:00Z');

const oldDatabase = {
  /** Puts a database of version 4 in place of the one that is there, with so many papers or a few less. */
  async make(papers: number): Promise<number> {
    await closeConnection();
    await new Promise<void>((resolve, reject) => {
      const deleting = indexedDB.deleteDatabase('offprint');
      deleting.onsuccess = () => resolve();
      deleting.onerror = () => reject(deleting.error);
    });
    const copies = Math.floor(papers / version4.stores.papers.length);
    await frozenDatabase(grown(version4, copies), made);
    return copies * version4.stores.papers.length;
  },

  /** Begins the upgrade. @returns True when half of the papers are in their new form; false when another context was first. */
  begin(papers: number): Promise<boolean> {
    let updates = 0;
    return new Promise((resolve, reject) => {
      const { put } = IDBObjectStore.prototype;
      IDBObjectStore.prototype.put = function (
        this: IDBObjectStore,
        value: object,
        key?: IDBValidKey,
      ) {
        if (this.name === 'papers' && Object.hasOwn(value, 'stamps')) updates += 1;
        if (updates === Math.floor(papers / 2)) resolve(true);
        return key === undefined ? put.call(this, value) : put.call(this, value, key);
      };
      const ended = openDatabase(migrations, made).then((database) => {
        database.close();
        resolve(false);
      });
      ended.catch(reject).finally(() => {
        IDBObjectStore.prototype.put = put;
      });
    });
  },
};

/**
 * Makes the database and begins its upgrade; how far it is stands beside it. The background may open the database at
 * any moment, with which the new version is there before the old one, or the upgrade is its own: then all is made again.
 */
async function run(papers: number): Promise<void> {
  const { offprintOldDatabase: told } = globalThis as unknown as OldDatabaseWindow;
  for (let isHalfway = false; !isHalfway; told.isHalfway = isHalfway) {
    try {
      told.made = await oldDatabase.make(papers);
      isHalfway = await oldDatabase.begin(told.made);
    } catch (error) {
      told.problem = String(error);
    }
  }
}

/** What a page has on its global object once it has evaluated this module. */
export interface OldDatabaseWindow {
  offprintOldDatabase: { run: typeof run; made?: number; isHalfway?: boolean; problem?: string };
}

(globalThis as unknown as OldDatabaseWindow).offprintOldDatabase = { run };
