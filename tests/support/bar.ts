import { signal } from '@preact/signals-core';
import { expect, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { CardNavigation } from '../../content/bar/card-navigation';
import type { Item } from '../../content/bar/layout-items';
import { BarService } from '../../content/bar/service';
import { type BarState, makeState } from '../../content/bar/state';
import type { SharedPage } from '../../content/page/shared-page';
import { ask, type Standing } from '../../lib/messages';
import type { PaperId } from '../../papers/paper';
import { recordsOf } from '../../store/records/queries';
import { recordSighting } from '../../store/records/sightings';
import { handlers } from './handlers';
import { paper } from './store';

/** The papers of the page. */
export const ids = ['arxiv:1', 'arxiv:2', 'arxiv:3'];
const papers = ids.map((id) => paper(id));
const visit = {
  digest: 'huggingface:day:2026-03-27',
  day: '2026-03-27',
  shows: 'digest',
  visitAt: 1000,
} as const;
const sender = {
  id: 'offprint',
  tab: { id: 1 },
  url: 'https://huggingface.co/papers/date/2026-03-27',
};

/** A bar on a page of three papers, with the real background behind it. */
export interface OpenBar {
  readonly state: BarState;
  readonly service: BarService;
  /** The card that the reader is at. */
  current: PaperId | undefined;
}

/** A page that shows what it was told of its papers. */
function pageOf(shown: BarState): SharedPage {
  const learn = (told: Standing) => {
    const states = new Map([...(shown.view.peek()?.states ?? []), ...Object.entries(told.states)]);
    const { remarks } = told;
    shown.view.value = { kind: 'huggingface/day', visit, papers, cards: [], states, remarks };
  };
  return {
    learn,
    async decide(decided, to, click) {
      const { action, standing } = await ask('decide', { ...visit, paper: decided, to, click });
      learn(standing);
      return action;
    },
  } as Partial<SharedPage> as SharedPage;
}

/** Goes through the cards of the page as they are listed. */
function navigationOf(bar: Pick<OpenBar, 'current'>): CardNavigation {
  const items = ids.map((id) => ({ id }) as Item);
  const at = () => items.findIndex(({ id }) => id === bar.current);
  const go = (id: PaperId) => {
    bar.current = id;
  };
  return {
    current: () => items[at()],
    find: (by, holds) =>
      by > 0
        ? items.slice(at() + 1).find(holds)
        : items.slice(0, Math.max(at(), 0)).findLast(holds),
    go: ({ id }) => go(id),
    stay: go,
    goTo: go,
    successor: () => undefined,
  } as Partial<CardNavigation> as CardNavigation;
}

/**
 * Opens the page, whose first card the reader is at.
 * @param sighting What else is known when the page is met.
 */
export async function openBar(sighting: { readonly countsFrom?: string } = {}): Promise<OpenBar> {
  vi.spyOn(fakeBrowser.runtime, 'sendMessage').mockImplementation(async (message) => {
    const { type, request } = message as unknown as {
      type: keyof typeof handlers;
      request: object;
    };
    // The parts of the bar are files, of which there are none here.
    if (type === 'loadPart') return { value: null };
    return { value: await handlers[type](request, sender) };
  });
  await recordSighting({ ...visit, papers, ...sighting });
  const state = makeState();
  const page = pageOf(state);
  const at: Pick<OpenBar, 'current'> = { current: ids[0] };
  const service = new BarService(state, page, navigationOf(at), signal({}));
  page.learn(await ask('states', { ids, day: visit.day, visitAt: visit.visitAt }));
  return Object.assign(at, { state, service });
}

/** How a paper stands in the store. */
export const stateOf = async (id: PaperId) => (await recordsOf([id]))[0]?.state;

/** Waits until the bar says so. */
export function says({ state }: OpenBar, words: string): Promise<void> {
  return vi.waitFor(() => expect(state.notice.value?.words).toBe(words), { timeout: 5000 });
}
