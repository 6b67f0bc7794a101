import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { show } from '../../background/badge/draw';
import { drawTabs } from '../../background/tab/draw-tabs';
import { keepTabPaper } from '../../background/tab/tab-paper';
import { wantSite } from '../../lib/granted';
import { requiredHosts } from '../../sites/hosts';
import { decide } from '../../store/words/decide';
import { handlers } from '../support/handlers';
import { requestsOf } from '../support/requests';
import { paper, sightOn, useFreshStore } from '../support/store';

useFreshStore();

type Asked = { readonly tabId?: number; readonly title?: string; readonly path?: object };
const usual = 'Offprint: 3 unread papers';
const [one, two] = ['arxiv:2603.00001', 'arxiv:2603.00002'];

let urls: Map<number, string | undefined>;
let titles: Map<number | undefined, string>;
let icons: Map<number, string>;
let writes: number;
let asked: number[];
let page: unknown;

beforeEach(async () => {
  [urls, titles, icons] = [new Map(), new Map([[undefined, usual]]), new Map()];
  [writes, asked, page] = [0, [], undefined];
  const tabOf = (id: number) => ({ id, url: urls.get(id) });
  vi.spyOn(fakeBrowser.tabs, 'query').mockImplementation((async () =>
    [...urls.keys()].map(tabOf)) as never);
  vi.spyOn(fakeBrowser.tabs, 'get').mockImplementation((async (id: number) => {
    if (!urls.has(id)) throw new Error('No tab with id');
    return tabOf(id);
  }) as never);
  Object.assign(fakeBrowser.tabs, {
    sendMessage: async (id: number) => {
      asked.push(id);
      if (!page) throw new Error('Receiving end does not exist.');
      return { value: page };
    },
  });
  Object.assign(fakeBrowser, {
    permissions: {
      getAll: async () => ({ origins: [...requiredHosts, 'https://papers.example/*'] }),
      onRemoved: { addListener() {} },
    },
  });
  Object.assign(fakeBrowser.action, {
    getTitle: async ({ tabId }: Asked) => titles.get(tabId) ?? titles.get(undefined),
    setTitle: async ({ tabId, title = '' }: Asked) => {
      if (tabId !== undefined && !urls.has(tabId)) throw new Error('No tab with id');
      if (tabId !== undefined) writes += 1;
      titles.set(tabId, title);
    },
    setIcon: async ({ tabId = 0, path }: Asked) =>
      void icons.set(tabId, /\/icon\/(.*)16/.exec(JSON.stringify(path))?.[1] ?? '?'),
    setBadgeText: async () => {},
    setBadgeBackgroundColor: async () => {},
  });
  await sightOn('2026-03-27', 1000, paper(one), paper(two));
  await decide([one], 'reading', 2000);
});
afterEach(() => vi.restoreAllMocks());

const reading = `Saved, being read · ${usual}`;

describe('a tab', () => {
  it('says of its page’s paper whether it is saved and how far it was read, in words and by a shape', async () => {
    urls.set(1, 'https://arxiv.org/abs/2603.00001v2');
    urls.set(2, 'https://arxiv.org/pdf/2603.00001');
    urls.set(3, 'https://huggingface.co/papers/2603.00002');
    urls.set(4, 'https://huggingface.co/papers');
    urls.set(5, undefined);
    const spent = await requestsOf(() => drawTabs());
    expect([...titles]).toEqual([
      [undefined, usual],
      [1, reading],
      [2, reading],
    ]);
    expect([...icons]).toEqual([
      [1, 'reading-'],
      [2, 'reading-'],
    ]);
    expect(spent.transactions).toEqual(['readonly']);
    await drawTabs();
    expect(writes).toBe(2);
  });

  it.each([
    ['unread', 'Saved, not read yet', 'unread-'],
    ['read', 'Saved and read', 'read-'],
    ['dismissed', undefined, ''],
  ] as const)('says %s', async (to, words, icon) => {
    urls.set(1, 'https://arxiv.org/html/2603.00001v1');
    await drawTabs();
    await decide([one], to, 3000);
    await drawTabs({ ids: new Set([one]) });
    expect(titles.get(1)).toBe(words ? `${words} · ${usual}` : usual);
    expect(icons.get(1)).toBe(icon);
  });

  it('is asked nothing and the store is not read where no page has a paper', async () => {
    urls.set(1, 'https://arxiv.org/list/cs.CL/new');
    urls.set(2, 'https://huggingface.co/models');
    urls.set(3, 'chrome://settings');
    const spent = await requestsOf(() => drawTabs());
    expect([spent.transactions, writes, asked]).toEqual([[], 0, []]);
  });

  it('takes back what it said when a page goes on without a load', async () => {
    urls.set(1, 'https://huggingface.co/papers/2603.00001');
    await handlers.here({}, { tab: { id: 1 } });
    expect(titles.get(1)).toBe(reading);
    urls.set(1, 'https://huggingface.co/papers');
    await handlers.here({}, { tab: { id: 1 } });
    expect([titles.get(1), icons.get(1)]).toEqual([usual, '']);
    urls.delete(1);
    await handlers.here({}, { tab: { id: 1 } });
  });

  it('says what the badge counts behind it, as soon as that changes, and nothing is drawn twice for it', async () => {
    urls.set(1, 'https://arxiv.org/abs/2603.00001');
    urls.set(2, 'https://arxiv.org/abs/2603.00002');
    await drawTabs();
    await show('4', 'Offprint: 4 unread papers');
    expect(titles.get(1)).toBe('Saved, being read · Offprint: 4 unread papers');
    const before = writes;
    await show('4', 'Offprint: 4 unread papers');
    expect(writes).toBe(before);
    expect(titles.has(2)).toBe(false);
  });

  it('says it on a site that was granted, by what its page has read, and no more where it was taken away', async () => {
    urls.set(1, 'https://papers.example/article/7');
    page = { shows: 'paper', ids: [one] };
    await drawTabs();
    expect([titles.get(1), asked]).toEqual([undefined, []]);
    await wantSite('https://papers.example/*');
    await drawTabs();
    expect([titles.get(1), asked]).toEqual([reading, [1]]);
    page = { shows: 'digest', ids: [one, two] };
    await drawTabs();
    expect(titles.get(1)).toBe(usual);
    page = { shows: 'paper', ids: [one] };
    await drawTabs();
    urls.set(1, undefined);
    await drawTabs();
    expect(titles.get(1)).toBe(reading);
    await drawTabs({ unseen: true });
    expect([titles.get(1), icons.get(1)]).toEqual([usual, '']);
  });

  it('follows the store: changes of its own paper alone, with one reading each', async () => {
    const query = vi.mocked(fakeBrowser.tabs.query);
    urls.set(1, 'https://arxiv.org/abs/2603.00001');
    urls.set(2, 'https://arxiv.org/abs/2603.00002');
    keepTabPaper();
    await decide([two], 'unread', 3000);
    await vi.waitFor(() => expect(titles.get(2)).toMatch(/^Saved, not read yet · Offprint/));
    await vi.waitFor(() => expect(titles.get(1)).toMatch(/^Saved, being read · Offprint/));
    query.mockClear();
    await decide([one], 'read', 4000);
    await vi.waitFor(() => expect(titles.get(1)).toMatch(/^Saved and read · /));
    expect(query).toHaveBeenCalledTimes(1);
  });
});
