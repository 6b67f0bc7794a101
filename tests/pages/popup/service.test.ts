// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { lastChangeAt } from '../../../lib/changes';
import { addNotice } from '../../../lib/notices';
import { writeOptions } from '../../../lib/options';
import { makePopup } from '../../../pages/popup/features';
import type { PopupService } from '../../../pages/popup/service';
import { askedFor } from '../../../pages/popup/state';
import { deleteSmartList, saveSmartList } from '../../../store/lists/write';
import { recordsOf } from '../../../store/records/queries';
import { decide } from '../../../store/words/decide';
import { paper, sightOn, untilQuiet, useFreshStore } from '../../support/store';
import { setTags } from '../../support/tags';

useFreshStore();

let page: AbortController;
beforeEach(() => {
  page = new AbortController();
});
afterEach(() => page.abort());

const list = (id: string, query: string, more: { order?: string; isPinned?: boolean } = {}) =>
  saveSmartList(
    { id, name: id, icon: 'list', query, order: 'best', isPinned: true, ...more },
    1500,
  );

/** A popup with everything loaded, until the test is over. */
async function open() {
  const { service, features } = makePopup();
  await service.start(page.signal);
  return Object.assign(service, { parts: await features.load() });
}

const shown = (service: PopupService) =>
  service.state.listing.value?.papers.map(({ id }) => id).sort();
const counted = (service: PopupService) => Object.fromEntries(service.state.listCounts.value);

beforeEach(async () => {
  Object.assign(fakeBrowser.tabs, { getCurrent: async () => undefined, query: async () => [] });
  await sightOn(
    '2026-03-27',
    1000,
    paper('arxiv:1', { title: 'Sparse attention', upvotes: 5 }),
    paper('arxiv:2', { title: 'Sparse world models', upvotes: 50 }),
    paper('arxiv:3', { title: 'Dense world models', upvotes: 9 }),
    paper('arxiv:4', { title: 'Undecided sparse one' }),
  );
  await decide(['arxiv:1', 'arxiv:2', 'arxiv:3'], 'unread', 1100);
  await setTags('arxiv:1', ['agents'], 1200);
});

describe('pinned lists', () => {
  it('are counted when they come, and again when they become others', async () => {
    const service = await open();
    await list('mine', 'sparse');
    await vi.waitFor(() => expect(counted(service)).toEqual({ mine: 2 }));
    await list('mine', 'dense');
    await vi.waitFor(() => expect(counted(service)).toEqual({ mine: 1 }));
    await list('other', 'models');
    await vi.waitFor(() => expect(counted(service)).toEqual({ mine: 1, other: 2 }));
  });

  it('are there with their counts, those that are not pinned are not', async () => {
    await list('sparse', 'sparse');
    await list('hidden', 'dense', { isPinned: false });
    const service = await open();
    expect(service.state.lists.value.map(({ id }) => id)).toEqual(['sparse']);
    await vi.waitFor(() => expect(counted(service)).toEqual({ sparse: 2 }));
    await decide(['arxiv:1'], 'dismissed', 1300);
    await vi.waitFor(() => expect(counted(service)).toEqual({ sparse: 1 }));
  });

  it('show what they find, together with a status, a tag and what is typed', async () => {
    await list('sparse', 'sparse');
    const service = await open();
    await service.show({ filter: { list: 'sparse' } });
    expect(shown(service)).toEqual(['arxiv:1', 'arxiv:2']);
    await service.show({ filter: { list: 'sparse', tag: 'agents' } });
    expect(shown(service)).toEqual(['arxiv:1']);
    await service.show({ filter: { list: 'sparse' }, query: 'world' });
    expect(shown(service)).toEqual(['arxiv:2']);
    expect(askedFor(service.state)).toBe('sparse world');
    await service.show({ filter: {}, query: '' });
    expect(shown(service)).toHaveLength(3);
  });

  it('come in their own order', async () => {
    await list('loved', 'is:unread', { order: 'upvotes' });
    const service = await open();
    await service.show({ filter: { list: 'loved' } });
    expect(service.state.listing.value?.papers.map(({ id }) => id)).toEqual([
      'arxiv:2',
      'arxiv:3',
      'arxiv:1',
    ]);
  });

  it('may find papers that are not saved, as many as their count says', async () => {
    await list('fresh', 'is:new');
    const service = await open();
    await vi.waitFor(() => expect(counted(service)).toEqual({ fresh: 1 }));
    await service.show({ filter: { list: 'fresh' } });
    expect(shown(service)).toEqual(['arxiv:4']);
  });

  it('that are changed in the library are followed, and left when they are gone', async () => {
    await list('mine', 'sparse');
    const service = await open();
    await service.show({ filter: { list: 'mine' } });
    await list('mine', 'dense');
    await vi.waitFor(() => expect(shown(service)).toEqual(['arxiv:3']));
    await deleteSmartList('mine', 1500);
    await vi.waitFor(() => expect(shown(service)).toHaveLength(3));
    expect(service.state.filter.value).toEqual({});
  });
});

describe('the popup', () => {
  it('tells once what happened while nobody looked, and not over an undo', async () => {
    await addNotice('woken', 3, 2000);
    await addNotice('repaired', 1, 2000);
    const service = await open();
    const { notice } = service.state;
    await vi.waitFor(() =>
      expect(notice.value).toEqual({
        said: '3 snoozed papers are back. Offprint found 1 mistake in its own data and repaired it.',
      }),
    );
    const [first] = await recordsOf(['arxiv:1']);
    if (!first) throw new Error('the paper is not there');
    await service.parts.papers.decide(first, 'deleted');
    await addNotice('woken', 1, 3000);
    await service.parts.papers.undo();
    await vi.waitFor(() => expect(notice.value?.said).toBe('1 snoozed paper is back.'));
    expect((await recordsOf(['arxiv:1']))[0]?.state).toBe('unread');
  });

  it.each([
    [false, 'unread'],
    [true, 'reading'],
  ])('notes a visit; with the option at %s the paper is %s then', async (startsReading, state) => {
    await writeOptions({ startsReading });
    const service = await open();
    await vi.waitFor(() => expect(service.state.startsReading.value).toBe(startsReading));
    await service.parts.papers.visited('arxiv:1');
    const [record] = await recordsOf(['arxiv:1']);
    expect(record).toMatchObject({ state, openedCount: 1 });
    expect(service.state.listing.value?.papers.find(({ id }) => id === 'arxiv:1')).toEqual(record);
  });

  it('does what was asked before the rest of it is loaded', async () => {
    const { service, features } = makePopup();
    // What was written within the millisecond of the opening is read once more, by the rest.
    await vi.waitFor(async () => expect(Date.now()).toBeGreaterThan(await lastChangeAt()));
    await service.start(page.signal);
    const [first] = await recordsOf(['arxiv:4']);
    if (!first) throw new Error('the paper is not there');
    expect(features.parts.value).toBeUndefined();
    features.rows.decide(first, 'saved');
    await vi.waitFor(() => expect(shown(service)).toHaveLength(4));
    await service.show({ query: 'undecided' });
    expect(shown(service)).toEqual(['arxiv:4']);
  });

  it('reads only what has changed where the papers keep their places', async () => {
    const service = await open();
    // What was written within the millisecond of the opening is read once more.
    await untilQuiet();
    const before = service.state.listing.value?.papers;
    await setTags('arxiv:3', ['later'], 1300);
    await vi.waitFor(() => expect(service.state.tags.value).toHaveLength(2));
    const after = service.state.listing.value?.papers;
    const same = after?.filter((record, index) => record === before?.[index]).map(({ id }) => id);
    expect(same?.sort()).toEqual(['arxiv:1', 'arxiv:2']);
  });
});
