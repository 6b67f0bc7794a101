import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { tellPages } from '../../background/messages/tell-pages';
import { announceChange } from '../../lib/announce';
import type { Protocol } from '../../lib/messages';
import { decide, star } from '../../store/words/decide';
import { saveNote } from '../../store/words/notes';
import { handlers } from '../support/handlers';
import { paper, sightOn, useFreshStore } from '../support/store';

useFreshStore();

const url = 'https://huggingface.co/papers';
type Told = Protocol['changed']['request'];
let closing: AbortController;
let told: number[];
let last: Told | undefined;
let gone: number[];
let frozen: number[];

beforeEach(async () => {
  [told, gone, frozen] = [[], [], []];
  Object.assign(fakeBrowser.tabs, {
    sendMessage: async (tab: number, { type, request }: { type: string; request: Told }) => {
      if (gone.includes(tab)) throw new Error('Receiving end does not exist.');
      if (frozen.includes(tab)) return new Promise(() => {});
      expect(type).toBe('changed');
      told.push(tab);
      last = request;
      return { value: null };
    },
  });
  await sightOn('2026-03-27', 1000, ...['arxiv:1', 'arxiv:2', 'arxiv:3'].map((id) => paper(id)));
  closing = new AbortController();
  tellPages(closing.signal);
});

afterEach(() => closing.abort());

const senderIn = (tab: number) => ({ id: 'o', url, tab: { id: tab } });
const asks = (tab: number, ids: string[], visitAt = 1000) =>
  handlers.states({ ids, visitAt }, senderIn(tab));
let ends = 0;
/** Resolves when everybody was told of all changes so far. */
async function settled(): Promise<void> {
  await sightOn('2026-03-28', Date.now(), paper('arxiv:end'));
  await asks(99, ['arxiv:end']);
  await decide(['arxiv:end'], ends % 2 ? 'unread' : 'dismissed', Date.now());
  ends += 1;
  await vi.waitFor(() => expect(told.includes(99)).toBe(true));
  told = told.filter((tab) => tab !== 99);
}

describe('a page', () => {
  it('learns of the changes of its own papers, and of no others', async () => {
    await asks(1, ['arxiv:1', 'arxiv:2'], 1000);
    await asks(2, ['arxiv:2'], 1000);
    await decide(['arxiv:1', 'arxiv:2', 'arxiv:3'], 'unread', 2000);
    await settled();
    expect(told.sort()).toEqual([1, 2]);
    told = [];
    await decide(['arxiv:3'], 'dismissed', 3000);
    await settled();
    expect(told).toEqual([]);
  });

  it('can read nothing of it in the storage that content scripts see', async () => {
    await asks(1, ['arxiv:1'], 1000);
    await decide(['arxiv:1', 'arxiv:3'], 'unread', 2000);
    await settled();
    const local = JSON.stringify(await fakeBrowser.storage.local.get(null));
    for (const id of ['arxiv:1', 'arxiv:3']) expect(local).not.toContain(id);
  });

  it('is told of what names no paper, or too many', async () => {
    await asks(1, ['arxiv:1'], 1000);
    for (const change of [{ ids: [] }, {}]) {
      await announceChange(change);
      await settled();
      expect(told).toEqual([1]);
      told = [];
    }
  });

  it('that grows is told of all of it, and one that goes on only of what it has then', async () => {
    await asks(1, ['arxiv:1'], 1000);
    await asks(1, ['arxiv:2'], 1000);
    await asks(1, ['arxiv:1', 'arxiv:2'], 1000);
    await decide(['arxiv:1', 'arxiv:2'], 'unread', 2000);
    await settled();
    expect(told).toEqual([1]);
    told = [];
    await asks(1, ['arxiv:3'], 5000);
    await decide(['arxiv:1', 'arxiv:2'], 'dismissed', 6000);
    await settled();
    expect(told).toEqual([]);
    await decide(['arxiv:3'], 'dismissed', 6000);
    await settled();
    expect(told).toEqual([1]);
  });

  it('is told what is new, and nothing where what changed shows on no page', async () => {
    await asks(1, ['arxiv:1', 'arxiv:2'], 1000);
    await decide(['arxiv:1', 'arxiv:2'], 'unread', 2000);
    await vi.waitFor(() =>
      expect(last?.states).toEqual({ 'arxiv:1': 'unread', 'arxiv:2': 'unread' }),
    );
    told = [];
    await saveNote('arxiv:1', 'Mine', 0, '', 3000);
    await star(['arxiv:2'], true, 3000);
    await settled();
    expect(told).toEqual([]);
  });

  it('is not told of what it did itself, and another one is', async () => {
    await asks(1, ['arxiv:1'], 1000);
    await asks(2, ['arxiv:1'], 1000);
    const click = { id: 'c', at: Date.now() };
    const visit = { digest: 'huggingface:day:2026-03-27', day: '2026-03-27', shows: 'digest' };
    const decision = { ...visit, visitAt: 1000, paper: paper('arxiv:1'), to: 'saved', click };
    const { standing } = await handlers.decide(decision, senderIn(1));
    expect(standing).toEqual({ states: { 'arxiv:1': 'unread' }, remarks: {} });
    await settled();
    expect(told).toEqual([2]);
  });

  it('of what changes while its own answer is made is told after that', async () => {
    await asks(1, ['arxiv:1', 'arxiv:2'], 1000);
    await decide(['arxiv:1'], 'unread', Date.now());
    await settled();
    told = [];
    const click = { id: 'd', at: Date.now() + 1000 };
    const rest = handlers.dismissRest({ ids: ['arxiv:1', 'arxiv:2'], click }, senderIn(1));
    await decide(['arxiv:1'], 'read', Date.now() + 2000);
    const { standing } = await rest;
    await settled();
    const shown = { ...standing.states, ...(told.length ? last?.states : {}) };
    expect(shown).toMatchObject({ 'arxiv:1': 'read', 'arxiv:2': 'dismissed' });
  });

  it('hears nothing of what no page shows', async () => {
    await asks(1, ['arxiv:1'], 1000);
    await announceChange({ stores: ['lists', 'actions'], ids: [] });
    await settled();
    expect(told).toEqual([]);
    await announceChange({ stores: ['rules'], ids: [] });
    await settled();
    expect(told).toEqual([1]);
  });

  it('is told though another one is frozen by the browser and never answers', async () => {
    for (const tab of [1, 2]) await asks(tab, ['arxiv:1'], 1000);
    frozen.push(1);
    await decide(['arxiv:1'], 'unread', 2000);
    await settled();
    await decide(['arxiv:1'], 'read', 3000);
    await settled();
    expect(told).toEqual([2, 2]);
  });

  it('that went away is forgotten', async () => {
    await asks(1, ['arxiv:1'], 1000);
    gone.push(1);
    await decide(['arxiv:1'], 'unread', 2000);
    await vi.waitFor(async () =>
      expect(await fakeBrowser.storage.session.get('page:1')).toEqual({}),
    );
    expect(told).toEqual([]);
  });
});
