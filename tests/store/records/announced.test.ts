import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { type Change, followChanges, onChange } from '../../../lib/changes';
import { stopAction } from '../../../store/actions/recording';
import { connection } from '../../../store/database/connection';
import { saveSmartList } from '../../../store/lists/write';
import { decide } from '../../../store/words/decide';
import { saveNote } from '../../../store/words/notes';
import { recolourTag } from '../../../store/words/tags';
import { paper, sightOn, useFreshStore } from '../../support/store';
import { setTags } from '../../support/tags';

useFreshStore();

const id = 'arxiv:1';
let told: Change[];
let page: AbortController;

beforeEach(async () => {
  page?.abort();
  page = new AbortController();
  await sightOn('2026-03-27', 1000, paper(id), paper('arxiv:2'));
  await decide([id], 'unread', 2000);
  told = [];
  followChanges((change) => told.push(change), page.signal);
});

/** The stores that were told of, of those that pages show by themselves. */
function stores(): string[] {
  const shown = ['papers', 'notes', 'details', 'tags', 'counters', 'actions', 'lists', 'rules'];
  return told
    .flatMap((change) => change.stores ?? ['everything'])
    .filter((name) => shown.includes(name))
    .sort();
}

describe('a change', () => {
  it('of a note is one of papers and notes, and of no count', async () => {
    await saveNote(id, 'mine', 0, '—', 3000);
    expect(stores()).toEqual(['notes', 'papers']);
    expect(told.map(({ ids }) => ids)).toEqual([[id]]);
  });

  it('is told to this window and to others once it is written', async () => {
    const order: string[] = [];
    const set = fakeBrowser.storage.session.set.bind(fakeBrowser.storage.session);
    vi.spyOn(fakeBrowser.storage.session, 'set').mockImplementation((items) => {
      order.push('others');
      return set(items);
    });
    const { transaction } = IDBDatabase.prototype;
    vi.spyOn(IDBDatabase.prototype, 'transaction').mockImplementation(function (
      this: IDBDatabase,
      ...given
    ) {
      const begun = transaction.apply(this, given);
      begun.addEventListener('complete', () => order.push('written'));
      return begun;
    });
    followChanges(() => order.push('here'), page.signal);
    await saveNote(id, 'mine', 0, '—', 3000);
    expect(order).toEqual(['written', 'here', 'others']);
    vi.restoreAllMocks();
  });

  it('of a status is one of papers, counts and actions', async () => {
    await decide([id], 'read', 3000);
    expect(stores()).toEqual(['actions', 'counters', 'papers']);
  });

  it('of tags is one of papers, tags and actions', async () => {
    await setTags(id, ['rl'], 3000);
    expect(stores()).toEqual(['actions', 'papers', 'tags']);
  });

  it('of a hue or a list names no paper', async () => {
    await setTags(id, ['rl'], 3000);
    told = [];
    await recolourTag('rl', 120, 4000);
    await recolourTag('rl', 120, 5000);
    const list = {
      id: 'l',
      name: 'L',
      icon: 'star',
      query: 'rl',
      order: 'best',
      isPinned: true,
      at: 1,
    };
    await saveSmartList(list, 6000);
    expect(told).toMatchObject([
      { stores: ['tags'], ids: [] },
      { stores: ['lists'], ids: [] },
    ]);
  });

  it('of what can be undone is told even where no paper changes', async () => {
    const database = await connection();
    const [action] = await database.getAll('actions');
    if (!action) throw new Error('there is no action');
    await database.put('actions', { ...action, stage: 'running' });
    await stopAction(action.id);
    expect(told).toMatchObject([{ stores: ['actions'], ids: [] }]);
  });

  it('is told in its own context before the write resolves, and once', async () => {
    const heard = vi.fn();
    onChange(heard, page.signal);
    await decide(['arxiv:2'], 'dismissed', 3000);
    expect(told).toHaveLength(1);
    await vi.waitFor(() => expect(heard).toHaveBeenCalledOnce());
    expect(told).toHaveLength(1);
  });
});
