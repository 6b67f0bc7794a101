import { describe, expect, it } from 'vitest';
import type { PaperRecord } from '../../../papers/record';
import { sliceSize } from '../../../store/actions/change';
import { listActions, unfinishedActions } from '../../../store/actions/list';
import { undoAction } from '../../../store/actions/undo';
import { type Contents, deleteEverything, readContents } from '../../../store/backup/contents';
import { planRestore } from '../../../store/backup/restore/plan';
import { restore } from '../../../store/backup/restore/write';
import { connection } from '../../../store/database/connection';
import { saveSmartList } from '../../../store/lists/write';
import { emptyBin } from '../../../store/records/bin';
import { listTags, openPaper, recordsOf } from '../../../store/records/queries';
import { saveRule } from '../../../store/rules/rules';
import { decide, setTags, star } from '../../../store/words/decide';
import { saveNote } from '../../../store/words/notes';
import { recolourTag } from '../../../store/words/tags';
import { sightMany } from '../../support/library';
import { paper, sightOn, useFreshStore } from '../../support/store';

useFreshStore();

const day = '2026-03-27';
const now = 50_000;
const list = { id: 'a', name: 'Mine', icon: 'star', query: 'x', order: '', isPinned: true };
const none = { new: 0, changed: 0, conflicting: 0, deleted: 0, unchanged: 0 };

async function fill(): Promise<Contents> {
  await sightOn(day, 1000, ...['1', '2', '3', '4'].map((id) => paper(`arxiv:${id}`)));
  await decide(['arxiv:1', 'arxiv:2', 'arxiv:3'], 'unread', 1100);
  await setTags('arxiv:1', ['agents'], 1200);
  await saveNote('arxiv:1', 'Table 4', 0, '—', 1300);
  return readContents();
}

const recordOf = async (id: string) => (await recordsOf([id]))[0];

describe('the plan of a restore', () => {
  it('says what is new, changed, conflicting, deleted since and just so, and writes nothing', async () => {
    const mine = await fill();
    await deleteEverything();
    await sightOn(day, 1000, paper('arxiv:1'), paper('arxiv:2'), paper('arxiv:4'));
    await saveNote('arxiv:1', 'Written here', 0, '—', 1250);
    await decide(['arxiv:2'], 'unread', 1150);
    await decide(['arxiv:2'], 'dismissed', 5000);
    const before = await readContents();
    const { papers, adds } = await planRestore(mine);
    expect(papers).toEqual({ ...none, new: 1, conflicting: 1, deleted: 1, unchanged: 1 });
    expect(adds).toMatchObject({ decision: 1, tags: 1, note: 1 });
    expect(await readContents()).toEqual(before);
    expect(await listActions()).toHaveLength(2);
  });

  it('of what is here says that it changes nothing, and so it does', async () => {
    const mine = await fill();
    expect((await planRestore(mine)).papers).toEqual({ ...none, unchanged: 4 });
    const outcome = await restore(mine, now, true);
    expect(outcome).toEqual({ changed: 0, added: 0, isWhole: true });
    expect(await readContents()).toEqual(mine);
  });

  it('counts what was deleted for good since, and what was where the file comes from', async () => {
    const full = await fill();
    await decide(['arxiv:3'], 'deleted', 2000);
    await emptyBin();
    expect((await planRestore(full)).papers).toEqual({ ...none, deleted: 1, unchanged: 3 });
    const emptied = await readContents();
    await deleteEverything();
    await restore(full, now);
    expect((await planRestore(emptied)).buried).toBe(1);
    await restore(emptied, now);
    expect(await recordOf('arxiv:3')).toBeUndefined();
    expect((await readContents()).tombstones).toEqual(emptied.tombstones);
  });
});

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

describe('a restored paper', () => {
  it('that is here under its DOI does not appear twice, and keeps the ids of the file', async () => {
    await sightOn(day, 1000, paper('arxiv:1', { aliases: ['doi:10.1/x', 'url:https://a.org'] }));
    await decide(['arxiv:1'], 'unread', 1100);
    await saveNote('arxiv:1', 'Table 4', 0, '—', 1300);
    const mine = await readContents();
    await deleteEverything();
    await sightOn(day, 1000, paper('doi:10.1/x', { title: 'Paper arxiv:1' }));
    expect((await planRestore(mine)).papers).toEqual({ ...none, changed: 1 });
    await restore(mine, now);
    expect((await readContents()).papers).toMatchObject([
      { id: 'doi:10.1/x', aliases: ['arxiv:1', 'url:https://a.org'], state: 'unread' },
    ]);
    expect((await openPaper('doi:10.1/x')).note?.text).toBe('Table 4');
  });

  it('that is two here makes them one, and undoing that two', async () => {
    await sightOn(day, 1000, paper('arxiv:1', { title: 'One', aliases: ['doi:10.1/x'] }));
    const mine = await readContents();
    await deleteEverything();
    await sightOn(day, 1000, paper('arxiv:1', { title: 'One' }));
    await sightOn(day, 1000, paper('doi:10.1/x', { title: 'One' }));
    await decide(['doi:10.1/x'], 'unread', 1100);
    const { action = 0 } = await restore(mine, now);
    expect((await readContents()).papers).toMatchObject([{ id: 'arxiv:1', state: 'unread' }]);
    await undoAction(action, now + 1);
    expect(await recordsOf(['arxiv:1', 'doi:10.1/x'])).toMatchObject([
      { id: 'arxiv:1', state: 'new' },
      { id: 'doi:10.1/x', state: 'unread' },
    ]);
  });

  it('takes no paper for its own that it cannot be', async () => {
    await sightOn(day, 1000, paper('arxiv:1', { aliases: ['doi:10.1/x'] }));
    const mine = await readContents();
    await deleteEverything();
    await sightOn(day, 1000, paper('arxiv:2', { aliases: ['doi:10.1/x'] }));
    await restore(mine, now);
    expect(await recordsOf(['arxiv:1', 'arxiv:2'])).toMatchObject([
      { id: 'arxiv:1', suggested: ['arxiv:2'] },
      { id: 'arxiv:2', aliases: ['doi:10.1/x'] },
    ]);
  });

  it('replaces nothing that is newer here, be it said by a source or by the reader', async () => {
    await sightOn(day, 1000, paper('arxiv:1', { title: 'Old', version: 1, upvotes: 3 }));
    await setTags('arxiv:1', ['old'], 1100);
    const mine = await readContents();
    await sightOn('2026-03-30', 2000, paper('arxiv:1', { title: 'New', version: 2, upvotes: 9 }));
    await setTags('arxiv:1', ['new'], 2100);
    const here = await readContents();
    await restore(mine, now, true);
    expect(await readContents()).toEqual(here);
  });

  it('brings back no note that was deleted since', async () => {
    const mine = await fill();
    await saveNote('arxiv:1', '', 1300, '—', 2000);
    await restore(mine, now, true);
    expect((await openPaper('arxiv:1')).note?.text ?? '').toBe('');
  });

  it('counts once under tags that are one, and makes none without a name', async () => {
    const mine = await fill();
    const papers = mine.papers.map(
      (one): PaperRecord => (one.id === 'arxiv:1' ? { ...one, tags: ['RL', 'rl', ' '] } : one),
    );
    await deleteEverything();
    await restore({ ...mine, papers }, now);
    expect(await listTags()).toEqual([{ key: 'rl', name: 'RL', count: 1 }]);
    expect((await recordOf('arxiv:1'))?.tagStamps).toMatchObject([{ key: 'rl' }]);
    const whole = await readContents();
    await restore({ ...mine, papers }, now + 1);
    expect(await readContents()).toEqual(whole);
  });
});
