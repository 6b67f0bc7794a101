import { describe, expect, it, vi } from 'vitest';
import { type Announcement, onChange } from '../../../lib/changes';
import { listActions } from '../../../store/actions/list';
import { undoAction, undoLast } from '../../../store/actions/undo';
import { counts, listSaved, listTags, openPaper, recordsOf } from '../../../store/records/queries';
import { addTag, decide, decideOnPage } from '../../../store/words/decide';
import { saveNote } from '../../../store/words/notes';
import { paper, sightOn, useFreshStore } from '../../support/store';
import { setTags } from '../../support/tags';

useFreshStore();

const visit = { day: '2026-03-27', shows: 'digest', visitAt: 1000 } as const;

describe('a decision', () => {
  it('stands even if the sighting was lost', async () => {
    const { states, action } = await decideOnPage(paper('arxiv:1'), 'unread', visit, 1100);
    expect(states).toEqual({ 'arxiv:1': 'unread' });
    expect(await listActions()).toMatchObject([{ id: action, kind: 'saved' }]);
    expect((await listSaved({}, 10)).papers).toMatchObject([{ id: 'arxiv:1', savedAt: 1100 }]);
  });

  it('made twice is made once', async () => {
    await decideOnPage(paper('arxiv:1'), 'unread', visit, 1100);
    expect(await decideOnPage(paper('arxiv:1'), 'unread', visit, 1200)).toEqual({
      states: { 'arxiv:1': 'unread' },
    });
    expect((await recordsOf(['arxiv:1']))[0]).toMatchObject({ savedAt: 1100 });
    expect((await counts()).unread).toBe(1);
  });

  it('taken back on the same visit leaves the paper as it was', async () => {
    await sightOn('2026-03-27', 1000, paper('arxiv:1'));
    await decideOnPage(paper('arxiv:1'), 'dismissed', visit, 1100);
    expect(await decideOnPage(paper('arxiv:1'), 'undecided', visit, 1200)).toMatchObject({
      states: { 'arxiv:1': 'new' },
    });
    await decideOnPage(paper('arxiv:1'), 'unread', visit, 1300);
    await decideOnPage(paper('arxiv:1'), 'undecided', visit, 1400);
    expect(await counts()).toMatchObject({ new: 1, unread: 0, dismissed: 0 });
  });

  it('taken back keeps the words written meanwhile, and saving again brings them back', async () => {
    await decideOnPage(paper('arxiv:1'), 'unread', visit, 1100);
    await setTags('arxiv:1', ['agents'], 1200);
    await saveNote('arxiv:1', 'Table 4', 0, '—', 1300);
    expect(await decideOnPage(paper('arxiv:1'), 'undecided', visit, 1400)).toMatchObject({
      states: { 'arxiv:1': 'seen' },
    });
    expect(await counts()).toMatchObject({ deleted: 1, unread: 0 });
    expect(await listTags()).toEqual([]);
    await decideOnPage(paper('arxiv:1'), 'unread', visit, 1500);
    expect((await recordsOf(['arxiv:1']))[0]).toMatchObject({ tags: ['agents'], hasNote: true });
    expect((await openPaper('arxiv:1')).note?.text).toBe('Table 4');
  });

  it('can be undone for many at once, with their places in the list', async () => {
    for (const [index, id] of ['arxiv:1', 'arxiv:2', 'arxiv:3'].entries())
      await decideOnPage(paper(id), 'unread', visit, 1100 + index);
    const { action = 0 } = await decide(['arxiv:1', 'arxiv:2', 'arxiv:9'], 'deleted', 2000);
    expect((await listSaved({}, 10)).papers.map(({ id }) => id)).toEqual(['arxiv:3']);
    await undoAction(action, 3000);
    const { papers } = await listSaved({}, 10);
    expect(papers.map(({ id }) => id)).toEqual(['arxiv:3', 'arxiv:2', 'arxiv:1']);
  });

  it('of fifty tabs at once ends as fifty papers', async () => {
    const ids = Array.from({ length: 50 }, (_, index) => `arxiv:${index}`);
    await Promise.all(
      ids.map((id, index) =>
        decideOnPage(paper(id), 'unread', { ...visit, visitAt: 1000 + index }, 2000 + index),
      ),
    );
    expect((await counts()).unread).toBe(50);
    expect((await listSaved({}, 100)).papers).toHaveLength(50);
  });

  it('ends in one change event that names the paper by all its ids', async () => {
    const changes: Announcement[] = [];
    onChange((change) => changes.push(change));
    await decideOnPage(paper('arxiv:1', { aliases: ['doi:10.1/x'] }), 'unread', visit, 1100);
    await vi.waitFor(() => expect(changes).toMatchObject([{ ids: ['arxiv:1', 'doi:10.1/x'] }]));
  });
});

describe('a tag for a paper that is not in the list', () => {
  it('saves it in the same action, and one undo takes back both', async () => {
    await sightOn('2026-03-27', 1000, paper('arxiv:1', { aliases: ['doi:10.1/x'] }));
    expect((await addTag('doi:10.1/x', 'agents', 1100)).changed).toBe(1);
    expect((await recordsOf(['arxiv:1']))[0]).toMatchObject({
      ...{ state: 'unread', savedAt: 1100, tags: ['agents'] },
    });
    expect(await listActions()).toMatchObject([{ kind: 'tagged', detail: 'agents', done: 1 }]);
    await undoLast(1200);
    const [record] = await recordsOf(['arxiv:1']);
    expect(record).toMatchObject({ state: 'new', tags: [] });
    expect(record?.savedAt).toBeUndefined();
  });

  it('is told as saving when it has the tag already', async () => {
    await decideOnPage(paper('arxiv:1'), 'unread', visit, 1100);
    await setTags('arxiv:1', ['agents'], 1200);
    await decide(['arxiv:1'], 'deleted', 1300);
    await addTag('arxiv:1', 'agents', 1400);
    expect((await listActions(1))[0]).toMatchObject({ kind: 'saved', detail: 'Paper arxiv:1' });
    expect(await counts()).toMatchObject({ unread: 1, deleted: 0 });
  });
});

describe('tags', () => {
  it('keep the first spelling, compare without case, and are counted', async () => {
    for (const id of ['arxiv:1', 'arxiv:2']) await decideOnPage(paper(id), 'unread', visit, 1100);
    await setTags('arxiv:1', ['World Models', 'world  models', '強化学習', ' '], 1200);
    await setTags('arxiv:2', ['WORLD MODELS'], 1300);
    expect((await recordsOf(['arxiv:1']))[0]?.tags).toEqual(['World Models', '強化学習']);
    expect(await listTags()).toEqual([
      { key: 'world models', name: 'World Models', count: 2 },
      { key: '強化学習', name: '強化学習', count: 1 },
    ]);
    await setTags('arxiv:1', [], 1400);
    expect(await listTags()).toMatchObject([{ key: 'world models', count: 1 }]);
  });
});
