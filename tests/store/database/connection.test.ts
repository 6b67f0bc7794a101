import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { openDB } from 'idb';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type Announcement, onChange } from '../../../lib/changes';
import { closeConnection, connection } from '../../../store/database/connection';
import { storeError } from '../../../store/database/errors';
import { type Migration, migrations } from '../../../store/database/migrations';
import { newestVersion } from '../../../store/database/migrations/version';
import { storeNames } from '../../../store/database/schema';
import { openDatabase } from '../../../store/database/upgrade';
import { readMonths } from '../../../store/derived/months';
import {
  countNew,
  counts,
  listSaved,
  listTags,
  openPaper,
  recordsOf,
} from '../../../store/records/queries';
import { findInconsistencies } from '../../../store/upkeep/consistency';
import version1 from '../../fixtures/databases/version-1.json';
import version2 from '../../fixtures/databases/version-2.json';
import version3 from '../../fixtures/databases/version-3.json';
import { frozenDatabase } from '../../support/frozen';
import { readSearchIndex, search } from '../../support/search-index';

let now = 0;

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
  now = Date.parse('2026-04-01T00:00Z');
  vi.spyOn(Date, 'now').mockImplementation(() => now);
});
afterEach(async () => {
  vi.restoreAllMocks();
  await closeConnection();
});

const newest = migrations.at(-1)?.version ?? 0;

describe('the database', () => {
  it('has migrations numbered without a gap', () => {
    expect(migrations.map(({ version }) => version)).toEqual(
      migrations.map((_, index) => index + 1),
    );
    expect(newestVersion).toBe(newest);
  });

  it('of version 1 opens with everything in it', async () => {
    await frozenDatabase(version1, now);
    const database = await connection();
    expect(database.version).toBe(newest);
    expect([...database.objectStoreNames].sort()).toEqual([...storeNames].sort());
    expect(await findInconsistencies()).toEqual([]);
    expect(await counts()).toMatchObject({ unread: 1, read: 1, dismissed: 1, new: 1 });
    expect((await listSaved({}, 10)).papers.map(({ id }) => id)).toEqual(version1.savedIds);
    expect((await openPaper('arxiv:2503.02130')).note?.text).toBe('See Table 3\nزمن');
    expect(await listTags()).toMatchObject([{ name: 'Long Context', count: 2 }]);
  });

  it('of version 1 is prepared for the search when it is searched first', async () => {
    await frozenDatabase(version1, now);
    const index = await readSearchIndex();
    expect(search(index, 'forget gate')).toEqual(['arxiv:2503.02130']);
    expect(search(index, 'table 3 زمن')).toEqual(['arxiv:2503.02130']);
    expect(await findInconsistencies()).toEqual([]);
  });

  it('of version 2 opens with everything in it', async () => {
    await frozenDatabase(version2, now);
    expect((await connection()).version).toBe(newest);
    expect((await listSaved({}, 10)).papers.map(({ id }) => id)).toEqual(version2.savedIds);
    const index = await readSearchIndex();
    expect(search(index, 'is:starred ask emile')).toEqual(['arxiv:hep-th/9901001']);
    const saved = (await readMonths()).flatMap((month) => Object.values(month.saved));
    expect(saved.reduce((sum, count) => sum + count, 0)).toBe(version2.savedIds.length);
    expect(await findInconsistencies()).toEqual([]);
  });

  it('of version 3 opens with everything in it, and knows what was seen', async () => {
    await frozenDatabase(version3, now);
    expect((await connection()).version).toBe(newest);
    expect((await listSaved({}, 10)).papers.map(({ id }) => id)).toEqual(version3.savedIds);
    const [isNew, twice, saved] = await recordsOf([
      'arxiv:2603.26001',
      'arxiv:2603.25001',
      'arxiv:2603.25040',
    ]);
    expect(isNew).toMatchObject({ state: 'new', firstDay: '2026-03-30' });
    expect(isNew?.seenAt).toBeUndefined();
    expect(twice).toMatchObject({ state: 'seen', seenAt: 1774600000000 });
    expect(saved).toMatchObject({ state: 'unread', seenAt: 1774600000000, tags: ['Long Context'] });
    expect(await countNew()).toEqual({ new: 1, muted: 0, followed: 0 });
    expect(await findInconsistencies()).toEqual([]);
  });

  it('of version 3 takes papers that were met once as new for thirty days, and as seen after that', async () => {
    const metAt = 1774859200000;
    now = metAt + 30 * 86_400_000 + 1;
    await frozenDatabase(version3, now);
    expect(await countNew()).toEqual({ new: 0, muted: 0, followed: 0 });
    expect(await counts()).toMatchObject({ new: 0, seen: 2, unread: 1 });
    expect(await recordsOf(['arxiv:2603.26001'])).toMatchObject([{ state: 'seen', seenAt: metAt }]);
    expect(await findInconsistencies()).toEqual([]);
  });

  it('refuses to go on after a failed migration, names it, and leaves the old data whole', async () => {
    await frozenDatabase(version1, now);
    const broken: Migration = {
      version: newest + 1,
      name: 'broken',
      async up(_database, transaction) {
        await transaction.objectStore('papers').clear?.();
        throw new Error('no such field');
      },
    };
    await expect(openDatabase([...migrations, broken], now)).rejects.toMatchObject({
      code: 'migration',
      detail: expect.stringContaining(`${newest + 1} (broken)`),
    });
    expect((await connection()).version).toBe(newest);
    expect((await listSaved({}, 10)).papers).toHaveLength(version1.savedIds.length);
  });

  it('newer than this version is refused and left alone', async () => {
    (await openDB('offprint', newest + 7)).close();
    await expect(connection()).rejects.toMatchObject({ code: 'newer' });
    const untouched = await openDB('offprint');
    expect(untouched.version).toBe(newest + 7);
    untouched.close();
  });

  it('steps aside for an upgrade in another window and opens again after it', async () => {
    await connection();
    const upgraded = await openDB('offprint', newest + 1);
    upgraded.close();
    await expect(connection()).rejects.toMatchObject({ code: 'newer' });
  });

  it('that an older page keeps open is told as blocked, and used when that page is gone', async () => {
    await frozenDatabase(version1, now);
    const older = await openDB('offprint');
    const changes: Announcement[] = [];
    onChange((change) => changes.push(change));
    await expect(counts()).rejects.toMatchObject({ code: 'blocked' });
    await expect(countNew()).rejects.toMatchObject({ code: 'blocked' });
    expect(changes).toEqual([]);
    older.close();
    await vi.waitFor(() => expect(changes).toHaveLength(1), { timeout: 5000 });
    expect(changes[0]?.ids).toBeUndefined();
    expect(await counts()).toMatchObject({ unread: 1, read: 1 });
  });

  it('that an older page lets go at once is opened without a word', async () => {
    await frozenDatabase(version1, now);
    const older = await openDB('offprint', undefined, { blocking: () => older.close() });
    expect(await counts()).toMatchObject({ unread: 1, read: 1 });
  });

  it('that another page waits for is told as blocked, too', async () => {
    const older = await openDB('offprint', newest, {
      upgrade: (database) => void database.createObjectStore('papers'),
    });
    const other = openDB('offprint', newest + 1);
    await expect(connection()).rejects.toMatchObject({ code: 'blocked' });
    older.close();
    (await other).close();
    await vi.waitFor(() => expect(connection()).rejects.toMatchObject({ code: 'newer' }));
  });

  it('tells a full disk from other failures', () => {
    expect(storeError(new DOMException('', 'QuotaExceededError')).code).toBe('full');
    expect(storeError(new DOMException('', 'InvalidStateError'), 'refused').code).toBe('refused');
    expect(storeError(new Error('x')).code).toBe('failed');
  });
});
