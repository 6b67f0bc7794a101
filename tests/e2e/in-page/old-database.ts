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

  /** Begins the upgrade. @returns When half of the papers are in their new form, before the end of it. */
  begin(papers: number): Promise<void> {
    let updates = 0;
    return new Promise((resolve, reject) => {
      const put = IDBObjectStore.prototype.put;
      IDBObjectStore.prototype.put = function (
        this: IDBObjectStore,
        value: object,
        key?: IDBValidKey,
      ) {
        if (this.name === 'papers' && Object.hasOwn(value, 'stamps')) updates += 1;
        if (updates === Math.floor(papers / 2)) resolve();
        return key === undefined ? put.call(this, value) : put.call(this, value, key);
      };
      openDatabase(migrations, made).catch(reject);
    });
  },
};

/** Makes the database and begins its upgrade; how far it is stands beside it. */
async function run(papers: number): Promise<void> {
  const scope = globalThis as unknown as OldDatabaseWindow;
  scope.offprintOldDatabase.made = await oldDatabase.make(papers);
  await oldDatabase.begin(scope.offprintOldDatabase.made);
  scope.offprintOldDatabase.isHalfway = true;
}

/** What a page has on its global object once it has evaluated this module. */
export interface OldDatabaseWindow {
  offprintOldDatabase: { run: typeof run; made?: number; isHalfway?: boolean };
}

(globalThis as unknown as OldDatabaseWindow).offprintOldDatabase = { run };
