import { JSDOM } from 'jsdom';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { explain } from '../../content/controls/menu/why';
import { Page } from '../../content/page/page';
import type { Remarks } from '../../lib/messages';
import type { PageOptions } from '../../lib/page-options';
import { readers } from '../../sites/huggingface/readers';
import { ownPages, textIn } from '../sites/pages';

const options: PageOptions = {
  ...{ withoutControls: [], seenWhen: 'screen', pageBar: true, ranks: true },
};
let closing: AbortController;
let remarks: Record<string, Remarks>;
let asked: string[];

beforeEach(() => {
  fakeBrowser.reset();
  closing = new AbortController();
  remarks = {};
  asked = [];
});
afterEach(() => {
  closing.abort();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

/** Opens a saved page of which the background says that all of its papers are new, and what else it has to say. */
async function open(file: string, url: string) {
  const { window } = new JSDOM(textIn(ownPages, file), { url });
  for (const name of ['Element', 'document'] as const) vi.stubGlobal(name, window[name]);
  vi.spyOn(fakeBrowser.runtime, 'sendMessage').mockImplementation(async (message) => {
    const { type, request } = message as unknown as {
      type: string;
      request: { ids?: string[]; papers?: { id: string }[] };
    };
    asked.push(type);
    if (type === 'reasons') return { value: { why: 'you saved 4 of 5 on “proofs”' } };
    const ids = request.ids ?? request.papers?.map(({ id }) => id) ?? [];
    const states = Object.fromEntries(ids.map((id) => [id, 'new']));
    return { value: { states, remarks } };
  });
  const page = new Page(window.document, readers, closing.signal);
  page.offerMenus({ toggle: () => {}, explain: async () => {} });
  await page.read();
  const hosts = () => [
    ...window.document.querySelectorAll<HTMLElement>('offprint-card[data-state]'),
  ];
  await vi.waitFor(() => expect(hosts().length).toBeGreaterThan(0));
  const [first] = hosts();
  if (!first) throw new Error('There is no control');
  const id = first.dataset.paper ?? '';
  const mark = () => first.shadowRoot?.querySelector<HTMLElement>('[data-action=why]');
  const say = (said: Remarks, state: 'new' | 'unread' = 'new') => {
    remarks = { [id]: said };
    page.learn({ states: { [id]: state }, remarks });
  };
  return { page, first, id, mark, say };
}

const openDay = () =>
  open('huggingface/day-svelte5.html', 'https://huggingface.co/papers/date/2026-03-27');

describe('the mark of a paper that is likely', () => {
  it.each([
    [1, 'Maybe for you'],
    [2, 'Likely for you'],
    [3, 'Very likely for you'],
  ] as const)('has a shape and a name of its own for step %i', async (likely, name) => {
    const { mark, say } = await openDay();
    expect(mark()).toBeNull();
    say({ likely, score: 1 });
    expect(mark()?.getAttribute('aria-label')).toMatch(new RegExp(`^${name}: “.+”$`));
    expect(mark()?.querySelector(`svg.bars${likely}`)).not.toBeNull();
  });

  it('comes, changes and goes without what stands beside it being drawn anew', async () => {
    const { first, mark, say } = await openDay();
    const save = () => first.shadowRoot?.querySelector('[data-action=save]');
    const before = save();
    say({ likely: 1, score: 0 });
    const one = mark();
    say({ likely: 1, score: 0.2 });
    expect(mark()).toBe(one);
    say({ likely: 3, score: 2 });
    expect(mark()).not.toBe(one);
    say({ score: -3 });
    expect(mark()).toBeNull();
    expect(save()).toBe(before);
  });

  it('is gone when the paper is decided on', async () => {
    const { mark, say } = await openDay();
    say({ likely: 3, score: 2 });
    say({}, 'unread');
    expect(mark()).toBeNull();
  });

  it('is none where the reader does not want to know, who may change that while the page is open', async () => {
    const { page, id, mark, say } = await openDay();
    let seen: Remarks | undefined;
    page.onView((view) => {
      seen = view?.remarks[id];
    }, closing.signal);
    page.setOptions({ ...options, ranks: false });
    say({ likely: 2, score: 1, firstDay: '2026-03-20' });
    expect(mark()).toBeNull();
    expect(seen).toEqual({ firstDay: '2026-03-20' });
    page.setOptions(options);
    expect(mark()).not.toBeNull();
  });

  it('is none on a paper’s own page', async () => {
    const { mark, say } = await open(
      'huggingface/paper.html',
      'https://huggingface.co/papers/2603.20101',
    );
    say({ likely: 2, score: 1 });
    expect(mark()).toBeFalsy();
  });
});

describe('why a paper is likely', () => {
  it('is asked for when the mark is looked at, once, and said aloud', async () => {
    const { mark, say, id } = await openDay();
    say({ likely: 2, score: 1 });
    const button = mark();
    if (!button) throw new Error('There is no mark');
    const said: string[] = [];
    const opener = {
      ...{ button, paper: { id, title: 'Of proofs' }, state: 'new' as const, likely: 2 as const },
      announce: (words: string) => said.push(words),
    };
    vi.useFakeTimers({ toFake: ['setTimeout'] });
    const passing = explain(opener);
    await vi.runAllTimersAsync();
    await passing;
    expect(asked).not.toContain('reasons');
    button.focus();
    for (let times = 0; times < 2; times += 1) {
      const explained = explain(opener);
      await vi.runAllTimersAsync();
      await explained;
    }
    const words = 'Likely for you, because you saved 4 of 5 on “proofs”';
    expect(button.title).toBe(words);
    expect(button.getAttribute('aria-label')).toBe(`${words}: “Of proofs”`);
    expect(said).toEqual([words]);
    expect(asked.filter((type) => type === 'reasons')).toHaveLength(1);
  });
});
