import { describe, expect, it } from 'vitest';
import { sliceSize } from '../../../store/actions/in-slices';
import { listActions, unfinishedActions } from '../../../store/actions/list';
import { undoAction } from '../../../store/actions/undo';
import { deleteEverything, readContents } from '../../../store/backup/contents';
import { planRestore } from '../../../store/backup/restore/plan';
import { restore } from '../../../store/backup/restore/write';
import { connection } from '../../../store/database/connection';
import { saveSmartList } from '../../../store/lists/write';
import { emptyBin } from '../../../store/records/bin';
import { listTags, recordsOf } from '../../../store/records/queries';
import { saveRule } from '../../../store/rules/rules';
import { decide, star } from '../../../store/words/decide';
import { recolourTag } from '../../../store/words/tags';
import { sightMany } from '../../support/library';
import { day, fill, now, recordOf } from '../../support/restore';
import { paper, sightOn, useFreshStore } from '../../support/store';

useFreshStore();

const list = { id: 'a', name: 'Mine', icon: 'star', query: 'x', order: '', isPinned: true };

describe('a restore', () => {
  it('leaves deleted what was deleted since, unless the reader wants it back', async () => {
    const mine = await fill();
    await decide(['arxiv:1', 'arxiv:2'], 'deleted', 2000);
    await decide(['arxiv:3'], 'undecided', 2000);
    await emptyBin();
    const gone = await readContents();
    expect((await restore(mine, now)).changed).toBe(0);
    expect(await readContents()).toEqual(gone);
    const back = await restore(mine, now, true);
    expect(back).toMatchObject({ changed: 3, isWhole: true });
    expect(await recordsOf(['arxiv:1', 'arxiv:2', 'arxiv:3'])).toMatchObject([
      { state: 'unread', tags: ['agents'], hasNote: true, savedAt: 1100 },
      { state: 'unread' },
      { state: 'unread' },
    ]);
    expect((await readContents()).tombstones).toEqual([]);
    const whole = await readContents();
    await restore(mine, now + 1, true);
    expect(await readContents()).toEqual(whole);
    await undoAction(back.action ?? 0, now + 2);
    expect(await readContents()).toEqual(gone);
  });

  it('is one action, and undoing it makes everything what it was', async () => {
    const mine = await fill();
    await saveSmartList(list, 1500);
    await saveRule({ id: 'r', effect: 'mute', subject: 'phrase', value: 'Paper' }, 1400);
    await recolourTag('agents', 30, 2450);
    const whole = { ...(await readContents()), papers: mine.papers };
    await deleteEverything();
    await sightOn(day, 900, paper('arxiv:1', { title: 'Another title' }));
    await star(['arxiv:1'], true, 950);
    const before = await readContents();
    const { action = 0, added } = await restore(whole, now);
    expect(added).toBe(3);
    expect(await listActions()).toMatchObject([{ kind: 'imported', done: 4, stage: 'done' }, {}]);
    expect(await recordOf('arxiv:1')).toMatchObject({ state: 'unread', starred: true });
    expect(await listTags()).toMatchObject([{ key: 'agents', hue: 30 }]);
    expect(await undoAction(action, now + 1)).toEqual({ count: 4, left: 0 });
    expect(await readContents()).toEqual(before);
    await restore(whole, now + 2);
    expect((await recordOf('arxiv:1'))?.tags).toEqual(['agents']);
  });

  it('undone leaves what the reader has said since, and says so', async () => {
    const mine = await fill();
    await deleteEverything();
    const { action = 0 } = await restore(mine, now);
    await star(['arxiv:2'], true, now + 1);
    await sightOn('2026-03-30', now + 2, paper('arxiv:3', { upvotes: 90 }));
    expect(await undoAction(action, now + 3)).toEqual({ count: 3, left: 1 });
    expect(await recordsOf(['arxiv:1', 'arxiv:2', 'arxiv:3'])).toMatchObject([
      { id: 'arxiv:2', state: 'unread', starred: true },
      { id: 'arxiv:3', state: 'new', upvotes: 90 },
    ]);
  });

  it('of many is done in slices, can be stopped, and goes on when it is done again', async () => {
    const ids = await sightMany(2 * sliceSize + 1);
    await decide(ids, 'unread', 2000);
    const mine = await readContents();
    await deleteEverything();
    const stop = new AbortController();
    const seen: number[][] = [];
    const onProgress = (done: number, total: number) => {
      seen.push([done, total]);
      stop.abort();
    };
    const first = await restore(mine, now, false, { signal: stop.signal, onProgress });
    expect(first).toMatchObject({ added: sliceSize, isWhole: false });
    expect(seen).toEqual([[sliceSize, 2 * sliceSize + 1]]);
    expect(await unfinishedActions()).toEqual([]);
    expect((await planRestore(mine)).papers).toMatchObject({
      new: sliceSize + 1,
      unchanged: sliceSize,
    });
    await restore(mine, now + 1);
    expect(await readContents()).toEqual(mine);
    await undoAction(first.action ?? 0, now + 2);
    expect(await (await connection()).count('papers')).toBe(sliceSize + 1);
  });

  it('is undone whole where its first part brought nothing but a list', async () => {
    const ids = await sightMany(sliceSize + 1);
    const mine = await readContents();
    const before = { ...mine, lists: [{ ...list, at: 1, stamp: { at: 1, device: '' } }] };
    await deleteEverything();
    const last = mine.papers.at(-1)?.id;
    await restore({ ...mine, papers: mine.papers.filter(({ id }) => id !== last) }, now);
    const { action = 0 } = await restore(before, now + 1);
    expect((await readContents()).lists).toHaveLength(1);
    expect(await undoAction(action, now + 2)).toEqual({ count: 1, left: 0 });
    expect((await readContents()).lists).toEqual([]);
    expect(await (await connection()).count('papers')).toBe(ids.length - 1);
  });

  it('whose page died is offered to be undone', async () => {
    const ids = await sightMany(sliceSize + 1);
    const mine = await readContents();
    await deleteEverything();
    await restore(mine, now);
    const [action] = await listActions();
    if (!action) throw new Error('Nothing was written down');
    await (await connection()).put('actions', { ...action, stage: 'running' });
    expect(await unfinishedActions()).toMatchObject([{ kind: 'imported', done: ids.length }]);
    await undoAction(action.id, now + 1);
    expect(await (await connection()).count('papers')).toBe(0);
  });
});
