import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { addNotice, takeNotices } from '../../../lib/notices';
import { undoAction } from '../../../store/actions/undo';
import { closeConnection, connection } from '../../../store/database/connection';
import { type Migration, migrations } from '../../../store/database/migrations';
import { openDatabase } from '../../../store/database/upgrade';
import { readMonths } from '../../../store/derived/months';
import { listSmartLists } from '../../../store/lists/read';
import { listSaved, listTags, recordsOf } from '../../../store/records/queries';
import { listRules } from '../../../store/rules/read';
import { SearchSession } from '../../../store/search/session';
import { findInconsistencies } from '../../../store/upkeep/consistency';
import { tellMendedTags } from '../../../store/words/mended';
import { noticesText } from '../../../wording/notices';
import version3 from '../../fixtures/databases/version-3.json';
import version4 from '../../fixtures/databases/version-4.json';
import { frozenDatabase } from '../../support/frozen';

const now = Date.parse('2026-04-01T00:00Z');

beforeEach(async () => {
  await closeConnection();
  globalThis.indexedDB = new IDBFactory();
  fakeBrowser.reset();
});
afterEach(async () => {
  expect(await findInconsistencies()).toEqual([]);
  await closeConnection();
});

const id = (last: number) => `arxiv:2603.2500${last}`;
const tagsOf = async () =>
  Object.fromEntries(
    (await recordsOf([1, 2, 3, 4, 5, 6].map(id))).map((paper) => [paper.id.slice(-1), paper.tags]),
  );

const mended = {
  1: ['rl', 'todo'],
  2: ['rl', 'todo'],
  3: ['強化学習', '言語モデル', 'Long Context'],
  4: ['rl', 'sft', 'Long Context'],
  5: ['rl/offline'],
  6: ['rl'],
};

describe('tags of version 4 that were what was typed', () => {
  it('are put right on every paper, those in the bin included', async () => {
    await frozenDatabase(version4, now);
    expect(await tagsOf()).toEqual(mended);
    expect((await listSaved({}, 10)).papers.map((paper) => paper.id)).toEqual(version4.savedIds);
    expect((await listSaved({ tag: 'rl' }, 10)).papers.map((paper) => paper.id)).toEqual(
      [4, 2, 1].map(id),
    );
  });

  it('are one tag with the others, which keeps its name and a colour', async () => {
    await frozenDatabase(version4, now);
    const tags = (await listTags()).toSorted((one, other) => (one.name < other.name ? -1 : 1));
    expect(tags).toEqual([
      { key: 'long context', name: 'Long Context', count: 2, hue: 200 },
      { key: 'rl', name: 'rl', count: 3, hue: 120 },
      { key: 'rl/offline', name: 'rl/offline', count: 1 },
      { key: 'sft', name: 'sft', count: 1 },
      { key: 'todo', name: 'todo', count: 2 },
      { key: '強化学習', name: '強化学習', count: 1 },
      { key: '言語モデル', name: '言語モデル', count: 1 },
    ]);
  });

  it('are found by the lists that name them, and given by the rules', async () => {
    await frozenDatabase(version4, now);
    const session = new SearchSession();
    const found = await Promise.all(
      (await listSmartLists()).map(
        async ({ query }) => (await new SearchSession().search(query))?.ids,
      ),
    );
    expect(found).toEqual([[5, 4, 2, 1].map(id), [id(3)]]);
    expect((await session.search('tag:rl'))?.ids).toEqual(found[0]);
    expect(await listRules()).toMatchObject([{ tags: ['rl', 'sft'] }]);
    const counted = (await readMonths()).map(({ tags }) => tags);
    expect(counted).toEqual([
      { 'long context': 2, rl: 3, 'rl/offline': 1, sft: 1, todo: 2, 強化学習: 1, 言語モデル: 1 },
    ]);
  });

  it('do not come back with what is undone', async () => {
    await frozenDatabase(version4, now);
    const actions = await (await connection()).getAllKeys('actions');
    for (const action of actions.toReversed()) {
      await undoAction(action, now);
      const names = Object.values(await tagsOf()).flat();
      expect(names.filter((name) => /[#＃;、\u3164\u200b]/.test(name))).toEqual([]);
    }
    expect(Object.values(await tagsOf()).flat()).toEqual([]);
  });

  it('are counted, and told once', async () => {
    await frozenDatabase(version4, now);
    const tell = (count: number) => addNotice('mended', count, now);
    await expect(tellMendedTags(() => Promise.reject(new Error('killed')))).rejects.toThrow();
    await tellMendedTags(tell);
    await tellMendedTags(tell);
    const notices = await takeNotices();
    expect(notices).toEqual([{ kind: 'mended', at: now, count: 8 }]);
    expect(noticesText(notices)).toContain('put 8 tags right');
  });

  it('are as they were when the upgrade is killed on the way', async () => {
    await frozenDatabase(version4, now);
    const upTo = (version: number) => migrations.filter((step) => step.version <= version);
    const killed: Migration = {
      version: 5,
      name: 'tags',
      async up(...given) {
        await migrations[4]?.up(...given);
        throw new Error('killed');
      },
    };
    await expect(openDatabase([...upTo(4), killed], now)).rejects.toMatchObject({
      code: 'migration',
    });
    const old = await openDatabase(upTo(4), now);
    for (const [name, rows] of Object.entries(version4.stores))
      expect(await old.getAll(name as 'papers')).toEqual(rows.map(({ value }) => value));
    old.close();
    expect(await tagsOf()).toEqual(mended);
  });
});

it('an old database without such tags has nothing to tell', async () => {
  await frozenDatabase(version3, now);
  await tellMendedTags(() => Promise.reject(new Error('nothing was mended')));
  expect(await listTags()).toMatchObject([{ name: 'Long Context', count: 1 }]);
});
