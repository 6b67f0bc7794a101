import { JSDOM } from 'jsdom';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { tellPages } from '../../background/messages/tell-pages';
import { Page } from '../../content/page/page';
import { newClick } from '../../lib/click';
import { ask } from '../../lib/messages';
import type { Paper } from '../../papers/paper';
import { readers } from '../../sites/huggingface/readers';
import { decide } from '../../store/words/decide';
import { saveNote } from '../../store/words/notes';
import { Counter, nodesIn, type OpenPage } from '../support/counts';
import { paper, sightOn, useFreshStore } from '../support/store';

useFreshStore();

const day = '2026-03-27';
const url = `https://huggingface.co/papers/date/${day}`;
const cards = 120;
const idOf = (at: number) => `arxiv:2403.${20_000 + at}`;
let closing: AbortController;
let counter: Counter;

beforeEach(async () => {
  // The database is made, and the device has its name.
  await sightOn('2026-03-01', 500, paper('arxiv:2401.00001'));
  closing = new AbortController();
  counter = new Counter();
  tellPages(closing.signal);
});
afterEach(() => {
  closing.abort();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

function markup(): string {
  const articles = Array.from({ length: cards }, (_, at) => {
    const id = idOf(at).slice('arxiv:'.length);
    return `<article><h3><a href="/papers/${id}">Paper ${idOf(at)}</a></h3></article>`;
  });
  return `<main>${articles.join('')}</main>`;
}

interface Opened extends OpenPage {
  readonly page: Page;
  readonly document: Document;
  papers(): readonly Paper[];
  hosts(): readonly HTMLElement[];
}

/** Opens the page of a day in a tab, and waits until it has been sighted and has all controls. */
async function open(tab: number): Promise<Opened> {
  const { window } = new JSDOM(markup(), { url });
  for (const name of ['Element', 'document'] as const) vi.stubGlobal(name, window[name]);
  const page = new Page(window.document, readers, closing.signal);
  let papers: readonly Paper[] = [];
  page.onView((view) => {
    papers = view?.papers ?? [];
  }, closing.signal);
  const hosts = () => [
    ...window.document.querySelectorAll<HTMLElement>('offprint-card[data-state]'),
  ];
  const opened: Opened = {
    ...{ tab, url, page, hosts, document: window.document },
    papers: () => papers,
    learn: (told) => page.learn(told),
  };
  counter.as(opened);
  page.begin();
  await page.read();
  await vi.waitFor(() => expect(hosts()).toHaveLength(cards));
  return opened;
}

let ends = 0;
/** Resolves when all changes so far have been told, by a change that a page of one paper hears of. */
async function settled(): Promise<void> {
  await new Promise((resolve) => setImmediate(resolve));
  const heard = vi.fn();
  const last: OpenPage = { tab: 99, url, learn: heard };
  const end = 'arxiv:2401.00099';
  await sightOn('2026-03-30', Date.now(), paper(end));
  const { handlers } = await import('../support/handlers');
  const sender = { id: 'offprint', url, tab: { id: 99 } };
  await handlers.states({ ids: [end], visitAt: 1 }, sender);
  counter.as(last);
  await decide([end], ends++ % 2 ? 'unread' : 'dismissed', Date.now());
  await vi.waitFor(() => expect(heard).toHaveBeenCalled());
}

const first = { messages: ['states', 'states', 'sighting'], transactions: 4 };
const next = { messages: ['states', 'sighting'], transactions: 3 };
const one = { messages: ['decide'], transactions: 1 };

describe('what a page of 120 cards costs', () => {
  it('on the first visit and on the next', async () => {
    await open(1);
    const met = counter.take();
    expect(met).toMatchObject(first);
    expect(met.requests).toBeLessThanOrEqual(1099);
    await open(1);
    const again = counter.take();
    expect(again).toMatchObject(next);
    expect(again.requests).toBeLessThanOrEqual(492);
    // What the controls wait for; the rest is written when they are there.
    await ask('states', { visitAt: 1 });
    expect(counter.take().requests).toBeLessThanOrEqual(6);
  });

  it.each([
    ['saved', 'unread', 20],
    ['dismissed', 'dismissed', 15],
  ] as const)('when a paper is %s from its card', async (to, state, most) => {
    const { page, papers, hosts } = await open(1);
    counter.take();
    const [chosen] = papers();
    if (!chosen) throw new Error('The page lists nothing');
    await page.decide(chosen, to);
    expect(hosts()[0]?.dataset.state).toBe(state);
    const { requests, ...costs } = counter.take();
    expect(costs).toEqual(one);
    expect(requests).toBeLessThanOrEqual(most);
    await settled();
    expect(counter.take().messages).toEqual(['changed']);
  });

  it('when the rest of it is dismissed, tagged and taken back from its bar', async () => {
    const { page, hosts } = await open(1);
    await settled();
    const states = () => new Set(hosts().map(({ dataset }) => dataset.state));
    const ids = Array.from({ length: cards }, (_, at) => idOf(at));
    counter.take();
    counter.as({ tab: 1, url, learn: (told) => page.learn(told) });
    const rest = await ask('dismissRest', { ids, click: newClick() });
    page.learn(rest.standing);
    await vi.waitFor(() => expect(states()).toEqual(new Set(['dismissed'])));
    expect(counter.take()).toMatchObject({ messages: ['dismissRest'], transactions: 4 });
    const back = await ask('undo', rest.action ? { action: rest.action } : {});
    page.learn(back.standing);
    await vi.waitFor(() => expect(states()).toEqual(new Set(['new'])));
    expect(counter.take()).toMatchObject({ messages: ['undo'], transactions: 3 });
    const tagged = await ask('tagPaper', { id: idOf(1), tag: 'rl', click: newClick() });
    page.learn(tagged.standing);
    expect(hosts()[1]?.dataset.state).toBe('unread');
    expect(counter.take()).toMatchObject({ messages: ['tagPaper'], transactions: 3 });
    await settled();
    expect(counter.take().messages).toEqual(['changed']);
  });

  it('when one of its papers is changed elsewhere while it is open twice', async () => {
    const pages = [await open(1), await open(2)];
    await settled();
    counter.take();
    await decide([idOf(3)], 'unread', Date.now());
    await vi.waitFor(() =>
      expect(pages.map(({ hosts }) => hosts()[3]?.dataset.state)).toEqual(['unread', 'unread']),
    );
    expect(counter.take()).toMatchObject({ messages: ['changed', 'changed'], transactions: 2 });
  });

  it('when a note is written that it does not show', async () => {
    await open(1);
    await decide([idOf(3)], 'unread', Date.now());
    await settled();
    counter.take();
    await saveNote(idOf(3), 'Mine', 0, '', Date.now());
    await settled();
    expect(counter.take().messages).toEqual(['changed']);
  });
});

describe('what a control is made of', () => {
  it.each([
    ['new', 13],
    ['unread', 8],
    ['dismissed', 10],
  ] as const)('for a paper that is %s: few nodes', async (state, most) => {
    if (state !== 'new') {
      await sightOn(day, 1000, ...Array.from({ length: cards }, (_, at) => paper(idOf(at))));
      await decide(
        Array.from({ length: cards }, (_, at) => idOf(at)),
        state,
        2000,
      );
    }
    const { hosts } = await open(1);
    expect(hosts()[0]?.dataset.state).toBe(state);
    expect(Math.max(...hosts().map(nodesIn))).toBeLessThanOrEqual(most);
  });

  it('and a script makes few of them: the others are copies', async () => {
    const { window } = new JSDOM(markup(), { url });
    const made = vi.spyOn(window.Document.prototype, 'createElement');
    for (const name of ['Element', 'document'] as const) vi.stubGlobal(name, window[name]);
    const page = new Page(window.document, readers, closing.signal);
    counter.as({ tab: 1, url, learn: () => {} });
    await page.read();
    await vi.waitFor(() =>
      expect(window.document.querySelectorAll('offprint-card[data-state]')).toHaveLength(cards),
    );
    expect(made.mock.calls.length).toBeLessThanOrEqual(cards + 8);
  });
});
