import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { closeConnection, connection } from '../../../store/database/connection';
import { migrations } from '../../../store/database/migrations';
import { newestVersion } from '../../../store/database/migrations/version';
import { storeNames } from '../../../store/database/schema';
import { openDatabase } from '../../../store/database/upgrade';
import { counts } from '../../../store/records/queries';
import { findInconsistencies } from '../../../store/upkeep/consistency';
import version12 from '../../fixtures/databases/version-12.json';
import { contentOf, failing, frozenDatabase, grown } from '../../support/frozen';

const now = Date.parse('2026-04-01T00:00Z');

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
});
afterEach(closeConnection);

describe('a database of version 12', () => {
  const bare = ['arxiv:2603.25004', 'doi:10.1145/3292500.3330701'];

  it('opens with saved papers without a title waiting for one', async () => {
    await frozenDatabase(version12, now);
    const database = await connection();
    expect([...database.objectStoreNames].sort()).toEqual([...storeNames].sort());
    expect(await database.getAll('fillings')).toEqual(bare.map((id) => ({ id, due: 0, tries: 0 })));
    expect(await database.getAllKeysFromIndex('fillings', 'due')).toEqual(bare);
    expect(await counts()).toMatchObject({ unread: 4, new: 2, deleted: 1 });
    expect(await findInconsistencies()).toEqual([]);
  });

  it('is whole and of version 12 when the upgrade is cut off, and opens after that', async () => {
    await frozenDatabase(version12, now);
    const before = await contentOf(12);
    await expect(openDatabase([...migrations, failing], now)).rejects.toMatchObject({
      code: 'migration',
    });
    expect(await contentOf(12)).toEqual(before);
    expect((await connection()).version).toBe(newestVersion);
  });

  it('has every one of many papers without a title waiting', async () => {
    await frozenDatabase(grown(version12, 300), now);
    const database = await connection();
    expect(await database.count('fillings')).toBe(600);
  });
});
