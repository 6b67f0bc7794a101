import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { deleteDB } from 'idb';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { closeConnection, type Database } from '../../../store/database/connection';
import { withDatabase } from '../../../store/database/with-database';

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
});
afterEach(closeConnection);

/** Reads once, has the database deleted by somebody, and reads again. */
async function readTwice(database: Database, between: () => Promise<unknown>): Promise<number> {
  await database.count('papers');
  await between();
  return (await database.getAll('papers')).length;
}

it('is opened anew for work in the middle of which it was deleted by somebody', async () => {
  let left = 1;
  const once = async () => {
    if (left-- > 0) await deleteDB('offprint');
  };
  expect(await withDatabase((database) => readTwice(database, once))).toBe(0);
});

it('is given up where each one is closed under the work', async () => {
  let times = 0;
  const always = () => {
    times += 1;
    return deleteDB('offprint');
  };
  const reading = withDatabase((database) => readTwice(database, always));
  await expect(reading).rejects.toMatchObject({ name: 'StoreError', code: 'failed' });
  expect(times).toBe(2);
});

it('is not opened anew for work that fails by itself', async () => {
  let times = 0;
  const failing = withDatabase((database) => {
    times += 1;
    return database.count('nothing' as 'papers');
  });
  await expect(failing).rejects.toMatchObject({ name: 'StoreError', code: 'failed' });
  expect(times).toBe(1);
});
