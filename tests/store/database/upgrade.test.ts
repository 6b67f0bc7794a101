import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { openDB } from 'idb';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { importJson } from '../../../imports/json';
import { listActions } from '../../../store/actions/list';
import { undoAction, undoLast } from '../../../store/actions/undo';
import { readContents } from '../../../store/backup/contents';
import { restore } from '../../../store/backup/restore/write';
import { closeConnection, connection } from '../../../store/database/connection';
import { migrations } from '../../../store/database/migrations';
import { storeNames } from '../../../store/database/schema';
import { openDatabase } from '../../../store/database/upgrade';
import { listSmartLists } from '../../../store/lists/read';
import { saveSmartList } from '../../../store/lists/write';
import { counts, listSaved, listTags, openPaper, recordsOf } from '../../../store/records/queries';
import { listRules } from '../../../store/rules/read';
import { findInconsistencies } from '../../../store/upkeep/consistency';
import { decide, star } from '../../../store/words/decide';
import { recolourTag } from '../../../store/words/tags';
import version4 from '../../fixtures/databases/version-4.json';
import version5 from '../../fixtures/databases/version-5.json';
import version7 from '../../fixtures/databases/version-7.json';
import { exportJson } from '../../support/backup-version-2';
import { contentOf, type Frozen, failing, frozenDatabase, grown } from '../../support/frozen';
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
const idOf = (number: number) => `arxiv:2603.2500${number}`;
const recordOf = async (id: string) => (await recordsOf([id]))[0];

describe.each([
  ['4', version4],
  ['5', version5],
])('a database of version %s', (_version, example: Frozen) => {
  it('opens with papers, notes, tags and sites in it', async () => {
    await frozenDatabase(example, now);
    expect([...(await connection()).objectStoreNames].sort()).toEqual([...storeNames].sort());
    expect(await findInconsistencies()).toEqual([]);
    expect((await listSaved({}, 10)).papers.map(({ id }) => id)).toEqual(version4.savedIds);
    expect(await counts()).toMatchObject({ unread: 4, read: 1, deleted: 1, new: 1 });
    expect((await openPaper(idOf(1))).note).toMatchObject({
      text: 'See Table 3',
      updatedAt: 1774602015000,
    });
    expect(await recordOf(idOf(1))).toMatchObject({
      tags: ['rl', 'todo'],
      sites: ['huggingface'],
      stamps: {
        standing: { at: 1774602001000, device: '' },
        note: { at: 1774602015000, device: '' },
      },
      tagStamps: [{ key: 'rl' }, { key: 'todo' }],
    });
    expect(await recordOf(idOf(1))).not.toHaveProperty('updatedAt');
    expect(await recordOf(idOf(7))).toMatchObject({ state: 'new', stamps: {} });
    expect((await listTags()).find(({ key }) => key === 'rl')).toMatchObject({ hue: 120 });
    expect(search(await readSearchIndex(), 'table 3')).toEqual([idOf(1)]);
  });

  it('has every old action undone, the last one first, as far as nothing was said since', async () => {
    await frozenDatabase(example, now);
    await connection();
    const results = [];
    for (const { id } of await listActions()) results.push(await undoAction(id, now));
    expect(results.map(({ left }) => left)).toEqual(results.map(() => 0));
    expect(await counts()).toMatchObject({ unread: 0, read: 0, deleted: 0, new: 7 });
    expect(await listTags()).toEqual([]);
    expect(await findInconsistencies()).toEqual([]);
  });

  it('leaves alone in an undo what was said after the upgrade', async () => {
    await frozenDatabase(example, now);
    await connection();
    await decide([idOf(1)], 'dismissed', now);
    await star([idOf(2)], true, now);
    const saves = (await listActions()).filter(({ kind }) => kind === 'saved');
    const [first, second] = [1, 2].map((id) => saves.find((one) => one.id === id)?.id ?? 0);
    expect(await undoAction(first ?? 0, now)).toEqual({ count: 0, left: 1 });
    expect(await undoAction(second ?? 0, now)).toMatchObject({ count: 1, left: 0 });
    expect(await recordsOf([idOf(1), idOf(2)])).toMatchObject([
      { state: 'dismissed', tags: ['rl', 'todo'] },
      { state: 'new', starred: true },
    ]);
  });
});

describe('a database of version 7', () => {
  const lists = ['Learning', 'Both', 'Unread', 'From a file'];
  const hues = { outline: 40, rl: 120, sft: 75, todo: 300 };
  const huesNow = async () =>
    Object.fromEntries(
      (await listTags()).flatMap(({ key, hue }) => (hue === undefined ? [] : [[key, hue]])),
    );

  it('opens with rules, lists and hues in it, each with a stamp', async () => {
    await frozenDatabase(version7, now);
    expect([...(await connection()).objectStoreNames].sort()).toEqual([...storeNames].sort());
    expect(await findInconsistencies()).toEqual([]);
    expect((await listSmartLists()).map(({ name }) => name)).toEqual(lists);
    expect(await listRules()).toEqual(
      ['rule-1', 'rule-3', 'rule-2'].map(
        (id) => version7.stores.rules.find(({ value }) => value.id === id)?.value,
      ),
    );
    expect(await huesNow()).toEqual(hues);
    const contents = await readContents();
    expect(contents.decisions).toHaveLength(version7.stores.decisions.length);
    expect(contents.notes.map(({ text }) => text)).toEqual(['See Table 3', 'Compare with ours']);
    expect(contents.tags.map(({ key, stamp }) => [key, stamp])).toEqual(
      ['draft', ...Object.keys(hues)].map((key) => [key, { at: 1, device: '' }]),
    );
    expect(contents.lists.map(({ stamp }) => stamp.at)).toEqual([1, 1, 1, 1]);
    expect(contents.rules.map(({ id, stamp }) => [id, stamp.at])).toEqual(
      version7.stores.rules.map(({ value }) => [value.id, value.createdAt + 1]),
    );
  });

  it('has its last actions undone with the looks, the list and the rule that they brought', async () => {
    await frozenDatabase(version7, now);
    await connection();
    await undoLast(now);
    expect((await listSmartLists()).map(({ name }) => name)).toEqual(lists.slice(0, 3));
    expect((await listRules()).map(({ id }) => id)).toEqual(['rule-1', 'rule-2']);
    expect(await huesNow()).toEqual({ outline: 40, rl: 120, todo: 300 });
    await undoLast(now);
    expect((await listTags()).map(({ name }) => name)).toContain('sft');
    await undoLast(now);
    expect(await huesNow()).toEqual({ draft: 40, rl: 120, todo: 300 });
    for (const { id } of await listActions()) await undoAction(id, now);
    expect(await listTags()).toEqual([]);
    expect(await findInconsistencies()).toEqual([]);
  });

  it('leaves alone in an undo what was said of rows after the upgrade', async () => {
    await frozenDatabase(version7, now);
    await connection();
    await recolourTag('sft', 10, now);
    await recolourTag('outline', 20, now);
    const list = { id: 'list-4', icon: 'list', query: 'has:note', order: 'best', isPinned: false };
    await saveSmartList({ ...list, name: 'Kept' }, now);
    for (let left = 3; left > 0; left -= 1) await undoLast(now);
    expect(await huesNow()).toEqual({ draft: 40, rl: 120, sft: 10, todo: 300 });
    expect((await listSmartLists()).map(({ name }) => name)).toEqual([
      ...lists.slice(0, 3),
      'Kept',
    ]);
    expect((await connection().then((database) => database.get('tags', 'outline')))?.hue).toBe(20);
  });

  it('is later in every row than a file of before, and earlier than what is said now', async () => {
    await frozenDatabase(version7, now);
    await connection();
    const [rules, lists] = [version7.stores.rules, version7.stores.lists].map((rows) =>
      rows.map(({ value }) => ({ ...value, value: 'old', name: 'old' })),
    );
    const tags = [{ key: 'rl', name: 'rl', hue: 359 }];
    const file = exportJson({ ...(await readContents()), rules, lists, tags } as never, '1', '');
    const before = await readContents();
    const { contents, damaged } = importJson(file);
    expect(damaged).toEqual([]);
    await restore(contents, now);
    expect(await readContents()).toEqual(before);
  });
});

describe('a database of version 4', () => {
  it('is whole and of version 4 when the upgrade is cut off, and opens after that', async () => {
    await frozenDatabase(version4, now);
    const before = await contentOf(4);
    await expect(openDatabase([...migrations, failing], now)).rejects.toMatchObject({
      code: 'migration',
    });
    expect(await contentOf(4)).toEqual(before);
    expect((await connection()).version).toBe(newest);
    expect(await findInconsistencies()).toEqual([]);
  });

  it('is whole after it was killed in the middle of many papers, too', async () => {
    const copies = 200;
    await frozenDatabase(grown(version4, copies), now);
    const count = copies * 7;
    let updates = 0;
    const put = IDBObjectStore.prototype.put;
    const spy = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (
      this: IDBObjectStore,
      value: unknown,
      key?: IDBValidKey,
    ) {
      if (this.name === 'papers' && value && Object.hasOwn(value, 'stamps')) updates += 1;
      if (updates > count / 2) throw new Error('killed');
      return key === undefined ? put.call(this, value) : put.call(this, value, key);
    });
    await expect(openDatabase(migrations, now)).rejects.toMatchObject({ code: 'migration' });
    spy.mockRestore();
    const database = await openDB('offprint');
    expect(database.version).toBe(4);
    expect(await database.count('papers')).toBe(count);
    const papers = (await database.getAll('papers')) as { updatedAt?: object; stamps?: object }[];
    expect(papers.every(({ updatedAt, stamps }) => updatedAt && !stamps)).toBe(true);
    database.close();
    const upgraded = await connection();
    expect(upgraded.version).toBe(newest);
    expect(await upgraded.count('papers')).toBe(count);
    const after = (await upgraded.getAll('papers')) as typeof papers;
    expect(after.every(({ updatedAt, stamps }) => !updatedAt && stamps)).toBe(true);
    expect(await findInconsistencies()).toEqual([]);
  }, 30_000);
});
