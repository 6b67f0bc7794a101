import { signal } from '@preact/signals-core';
import { JSDOM } from 'jsdom';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { Parts } from '../../content/bar/common';
import { Layout } from '../../content/bar/layout';
import { Sorting } from '../../content/bar/menu/sorting';
import { makeState } from '../../content/bar/state';
import type { SharedPage } from '../../content/page/shared-page';
import type { Remarks } from '../../lib/messages';

let closing: AbortController | undefined;
beforeEach(() => {
  vi.stubGlobal(
    'ResizeObserver',
    class {
      observe() {}
      disconnect() {}
    },
  );
});
afterEach(() => {
  closing?.abort();
  vi.unstubAllGlobals();
});

/** A page of cards with a bar, whose reader has chosen the order "for you" some time before. */
function open(count = 12) {
  const { window } = new JSDOM(
    `<main style="display: grid">${'<article></article>'.repeat(count)}`,
  );
  const { document } = window;
  closing = new window.AbortController();
  vi.stubGlobal('getComputedStyle', window.getComputedStyle);
  const hosts = new Map<HTMLElement, HTMLElement>();
  const page = { controlOf: (card: HTMLElement) => hosts.get(card) } as Partial<SharedPage>;
  const state = makeState();
  state.choices.value = { ...state.choices.value, sort: 'forYou' };
  const parts = signal<Parts>({});
  const layout = new Layout(document, page as SharedPage, state, parts, closing.signal);
  const show = (remarks: Record<string, Remarks> = {}, digest = 'huggingface:day:2026-03-27') => {
    const cards = [...document.querySelectorAll<HTMLElement>('article')].map((element, at) => ({
      id: `x:${at}`,
      element,
    }));
    for (const { element } of cards) hosts.set(element, document.createElement('offprint-card'));
    state.view.value = {
      ...{ kind: 'huggingface/day', cards, remarks },
      visit: { digest, shows: 'digest', visitAt: 1000 },
      papers: cards.map(({ id }) => ({ id })),
      states: new Map(cards.map(({ id }) => [id, 'new'] as const)),
    };
  };
  const load = () => {
    const sorting = new Sorting();
    parts.value = { 'bar-menu': { View: () => null, style: '', sorting } };
  };
  const order = () => layout.visible().map(({ id }) => id.slice(2));
  const widening = () => [...hosts.values()].filter(({ dataset }) => dataset.widens).length;
  const scroll = () => document.dispatchEvent(new window.Event('wheel'));
  return { document, state, scroll, show, load, order, widening };
}

/** The later on the page, the likelier. */
const rising = (count: number) =>
  Object.fromEntries(Array.from({ length: count }, (_, at) => [`x:${at}`, { score: at }] as const));

it('begins in the order that was chosen last, once what shows it is there', () => {
  const { show, load, order, state, document } = open();
  show(rising(12));
  expect(state.sort.value).toBe('forYou');
  expect(order()[0]).toBe('0');
  load();
  expect(order().slice(0, 3)).toEqual(['11', '10', '9']);
  expect(document.querySelectorAll('article[style*="order"]')).toHaveLength(12);
});

it('waits for what is likely to be known, but not when the reader has begun', () => {
  const { show, load, order, scroll } = open();
  load();
  show();
  expect(order()[0]).toBe('0');
  show(rising(12));
  expect(order()[0]).toBe('11');

  show({}, 'huggingface:day:2026-03-28');
  expect(order()[0]).toBe('0');
  scroll();
  show(rising(12), 'huggingface:day:2026-03-28');
  expect(order()[0]).toBe('0');
});

it('stays as it was made, and has what the page adds behind', () => {
  const { show, load, order, state, document } = open();
  load();
  show(rising(12));
  const before = order();
  document.querySelector('main')?.append(document.createElement('article'));
  show({ ...rising(13), 'x:0': { score: 99 } });
  expect(order()).toEqual([...before, '12']);
  state.sort.value = 'site';
  expect(order()[0]).toBe('0');
  state.sort.value = 'forYou';
  expect(order().slice(0, 2)).toEqual(['0', '12']);
});

it('says which cards were drawn from lower down, and no longer in another order', () => {
  const { show, load, widening, state } = open(40);
  load();
  show(rising(40));
  expect(widening()).toBeGreaterThan(0);
  state.sort.value = 'upvotes';
  expect(widening()).toBe(0);
  state.widens.value = false;
  state.sort.value = 'forYou';
  expect(widening()).toBe(0);
});

it('leaves no trace of it', () => {
  const { show, load, document, widening } = open(40);
  load();
  show(rising(40));
  closing?.abort();
  expect(document.querySelectorAll('[style*="order"]')).toHaveLength(0);
  expect(widening()).toBe(0);
});
