import { describe, expect, it } from 'vitest';
import type { PaperRecord } from '../../../papers/record';
import { connection } from '../../../store/database/connection';
import { journalStore } from '../../../store/database/schema';
import { counts } from '../../../store/records/queries';
import { maintainSearch } from '../../../store/search/maintain';
import { findInconsistencies } from '../../../store/upkeep/consistency';
import { repairInconsistencies } from '../../../store/upkeep/repair';
import { decide, star } from '../../../store/words/decide';
import { recolourTag } from '../../../store/words/tags';
import { sightMany } from '../../support/library';
import { queue } from '../../support/paper-changes';
import { useFreshStore } from '../../support/store';
import { setTags } from '../../support/tags';

useFreshStore();

/** So many papers of which the first fifty are saved. */
async function filled(count = 63): Promise<void> {
  const ids = await sightMany(count);
  await decide(ids.slice(0, 50), 'unread', 2000);
  await setTags('arxiv:1', ['rl', 'vision'], 2100);
  await recolourTag('rl', 30, 2450);
  await star(['arxiv:1'], true, 2200);
  await queue(['arxiv:1', 'arxiv:2'], 2300);
  await maintainSearch(undefined, 0);
}

async function damagePaper(id: string, change: Partial<PaperRecord>): Promise<void> {
  const database = await connection();
  const record = await database.get('papers', id);
  if (!record) throw new Error(`${id} is not there`);
  await database.put('papers', { ...record, ...change });
}

describe('a repair', () => {
  it('finds nothing where nothing is wrong, however many slices that takes', async () => {
    await filled(1203);
    expect(await repairInconsistencies()).toEqual([]);
  });

  it('corrects counters and tags, and leaves hues alone', async () => {
    await filled();
    const database = await connection();
    await database.put('counters', 7, 'unread');
    await database.delete('counters', 'queued');
    await database.put('tags', { key: 'rl', name: 'rl', count: 5, hue: 30 });
    await database.delete('tags', 'vision');
    await database.put('tags', { key: 'ghost', name: 'ghost', count: 2 });
    expect((await repairInconsistencies()).sort()).toEqual([
      'counter queued',
      'counter unread',
      'tag ghost',
      'tag rl',
      'tag vision',
    ]);
    expect(await findInconsistencies()).toEqual([]);
    expect((await database.get('tags', 'rl'))?.hue).toBe(30);
  });

  it('corrects keys, notes, half snoozes, lost steps and tombstones', async () => {
    await filled();
    const database = await connection();
    await damagePaper('arxiv:1', { tagKeys: [], sortAt: 1 });
    await damagePaper('arxiv:3', { hasNote: true });
    await damagePaper('arxiv:60', { snoozedUntil: 5, queueAt: 3 });
    await damagePaper('arxiv:61', { seenAt: 1500 });
    await database.put('steps', { action: 99, part: 0, before: [] });
    await database.put('tombstones', { id: 'arxiv:4', deletedAt: 1, firstSeenAt: 1 });
    const repaired = await repairInconsistencies();
    expect(repaired).toEqual(expect.arrayContaining(['paper arxiv:60', 'paper arxiv:61']));
    expect(await counts()).toMatchObject({ seen: 1 });
    expect(repaired).toContain('step 99 0');
    expect(repaired).toContain('tombstone arxiv:4');
    expect(await findInconsistencies()).toEqual([]);
  });

  it.each([
    ['a chunk', async () => (await connection()).clear('heads')],
    ['a journal entry', async () => (await connection()).put(journalStore, { id: 'arxiv:5' })],
    ['a title', () => damagePaper('arxiv:7', { title: 'Another' })],
  ])('prepares the search anew when %s is wrong', async (_what, damage) => {
    await filled();
    await damage();
    expect(await repairInconsistencies()).toEqual(['search texts']);
    expect(await findInconsistencies()).toEqual([]);
  });

  it('leaves what the reader said of a hue, and takes one without a stamp for the first', async () => {
    await filled();
    const database = await connection();
    const stamp = { at: 5, device: 'desk' };
    await database.put('tags', { key: 'once', name: 'once', count: 0, stamp });
    await database.put('tags', { key: 'torn', name: 'torn', count: 0, hue: 30 });
    expect(await repairInconsistencies()).toEqual(['tag torn']);
    expect(await database.get('tags', 'once')).toMatchObject({ stamp });
    expect(await database.get('tags', 'torn')).toMatchObject({
      hue: 30,
      stamp: { at: 0, device: '' },
    });
  });

  it('corrects how many papers an action has, and the sums of months', async () => {
    await filled();
    const database = await connection();
    const [action] = await database.getAll('actions');
    if (!action) throw new Error('Nothing was written down');
    await database.put('actions', { ...action, done: 7 });
    const [month] = await database.getAll('months');
    if (!month) throw new Error('Nothing was counted');
    await database.put('months', { ...month, saved: {} });
    await database.put('months', { ...month, month: '2019-01' });
    expect((await findInconsistencies()).length).toBe(3);
    expect(await repairInconsistencies()).toEqual(['statistics', `action ${action.id}`]);
    expect(await findInconsistencies()).toEqual([]);
    expect(await database.get('actions', action.id)).toEqual(action);
  });

  it('only tells of decisions, which nothing says anew', async () => {
    await filled();
    const database = await connection();
    const [row] = await database.getAll('decisions');
    if (!row) throw new Error('Nothing was noted');
    await database.put('decisions', { ...row, undone: ['arxiv:none'] });
    expect(await repairInconsistencies()).toEqual([]);
    expect(await findInconsistencies()).toEqual([
      expect.stringContaining(`decisions up to ${row.last}`),
    ]);
    await database.put('decisions', row);
  });

  it('finds bodies of which no heads are', async () => {
    await filled();
    await (await connection()).put('bodies', { first: 'arxiv:77', ids: [], texts: [] });
    expect(await findInconsistencies()).toHaveLength(1);
    expect(await repairInconsistencies()).toEqual(['search texts']);
    expect(await findInconsistencies()).toEqual([]);
  });

  it('counts right while the reader goes on', async () => {
    await filled(1203);
    await (await connection()).put('counters', 7, 'unread');
    const ids = Array.from({ length: 30 }, (_, at) => `arxiv:${at}`);
    const reading = (async () => {
      for (const id of ids) await decide([id], 'read', 3000);
    })();
    const repaired = await repairInconsistencies();
    await reading;
    expect(repaired).toContain('counter unread');
    expect(await counts()).toMatchObject({ read: 30, unread: 20 });
  });

  it('stops when told to', async () => {
    await filled();
    await (await connection()).put('counters', 7, 'unread');
    expect(await repairInconsistencies(AbortSignal.abort())).toEqual([]);
    expect(await repairInconsistencies()).toEqual(['counter unread']);
  });
});
