import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { handlers } from '../../entrypoints/background/handlers';
import { tellPages } from '../../entrypoints/background/tell-pages';
import { announceChange } from '../../lib/changes';
import { decide } from '../../store/words/decide';
import { paper, sightOn, useFreshStore } from '../support/store';

useFreshStore();

const url = 'https://huggingface.co/papers';
let told: number[];
let gone: number[];

beforeEach(async () => {
  [told, gone] = [[], []];
  Object.assign(fakeBrowser.tabs, {
    sendMessage: async (tab: number, { type }: { type: string }) => {
      if (gone.includes(tab)) throw new Error('Receiving end does not exist.');
      expect(type).toBe('changed');
      told.push(tab);
      return { value: null };
    },
  });
  await sightOn('2026-03-27', 1000, ...['arxiv:1', 'arxiv:2', 'arxiv:3'].map((id) => paper(id)));
  tellPages();
});

const asks = (tab: number, ids: string[], visitAt?: number) =>
  handlers.states({ ids, ...(visitAt ? { visitAt } : {}) }, { id: 'o', url, tab: { id: tab } });
/** Resolves when everybody was told of all changes so far. */
async function settled(): Promise<void> {
  await asks(99, ['arxiv:end']);
  await announceChange({ ids: ['arxiv:end'] });
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
    await announceChange({ ids: [] });
    await announceChange();
    await settled();
    expect(told).toEqual([1, 1]);
  });

  it('that grows is told of all of it, and one that goes on only of what it has then', async () => {
    await asks(1, ['arxiv:1'], 1000);
    await asks(1, ['arxiv:2'], 1000);
    await asks(1, ['arxiv:1', 'arxiv:2']);
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
