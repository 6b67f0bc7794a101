// @vitest-environment jsdom
import { effect, signal } from '@preact/signals-core';
import { Fragment, options, render } from 'preact';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { Bar } from '../../content/bar/bar';
import type { CardNavigation } from '../../content/bar/card-navigation';
import { offer, type Parts, share } from '../../content/bar/common';
import { mountBar } from '../../content/bar/host';
import { Above } from '../../content/bar/menu/above';
import { Column } from '../../content/bar/reading/column';
import { BarService } from '../../content/bar/service';
import { type BarState, makeState } from '../../content/bar/state';
import { subscribe } from '../../content/bar/subscriptions';
import type { PageView, SharedPage } from '../../content/page/shared-page';
import { readBarChoices } from '../../lib/bar-choices';
import type { NeighbourDays } from '../../lib/bar-messages';
import { keyed } from '../../lib/keymap/hints';
import { writeOptions } from '../../lib/options';
import { writePollState } from '../../lib/poll-state';

function viewOn(day: string, visitAt = 1000): PageView {
  return {
    kind: 'huggingface/day',
    visit: { digest: `huggingface:day:${day}`, day, shows: 'digest', visitAt },
    papers: [{ id: 'arxiv:1', title: 'One' }, { id: 'arxiv:2' }],
    cards: [],
    states: new Map([
      ['arxiv:1', 'seen'],
      ['arxiv:2', 'new'],
    ]),
    remarks: { 'arxiv:2': { muted: 'splat' } },
  };
}

const asked = vi.fn(async (_message: unknown): Promise<unknown> => ({ value: null }));
let state: BarState;
let service: BarService;
let bar: AbortController;

beforeEach(() => {
  fakeBrowser.reset();
  asked.mockReset().mockResolvedValue({ value: null });
  vi.spyOn(fakeBrowser.runtime, 'sendMessage').mockImplementation(asked);
  document.body.innerHTML = '<input id="site">';
  bar = new AbortController();
  state = makeState();
  const cardNavigation = {
    current: () => undefined,
    goTo: () => {},
    stay: () => {},
  } as Partial<CardNavigation> as CardNavigation;
  const parts = signal<Parts>({});
  share({ preact: { Fragment, options }, parts }, bar.signal);
  service = new BarService(state, {} as Partial<SharedPage> as SharedPage, cardNavigation, parts);
  offer('bar-menu', { View: Above, style: '' });
  offer('bar-reading', { View: Column, style: '' });
});
afterEach(() => {
  bar.abort();
  vi.restoreAllMocks();
});

/** Draws the bar with nothing around it that looks at events. */
function draw(): HTMLElement {
  const box = document.createElement('div');
  document.body.append(box);
  state.view.value = viewOn('2026-03-27');
  const stop = effect(() => render(<Bar service={service} />, box));
  bar.signal.addEventListener('abort', () => {
    stop();
    render(null, box);
  });
  return box;
}

function find<T extends HTMLElement>(root: ParentNode | null | undefined, selector: string): T {
  const found = root?.querySelector<T>(selector);
  if (!found) throw new Error(`The bar has no ${selector}`);
  return found;
}

const drawn = (work: () => void) => vi.waitFor(work);

describe('the line of muted papers', () => {
  it('stays when they are shown, and folds them again', async () => {
    const box = draw();
    const line = () => find(box, '[data-line="muted"]').textContent;
    expect(line()).toBe('1 muted paper is folded awayShow');
    find(box, '[data-line="muted"] button').click();
    await drawn(() => expect(line()).toBe('1 muted paperHide'));
    await vi.waitFor(async () => expect((await readBarChoices()).foldsMuted).toBe(false));
    find(box, '[data-line="muted"] button').click();
    await drawn(() => expect(line()).toBe('1 muted paper is folded awayShow'));
  });
});

describe('the choice of an order', () => {
  it('says how much is missing until it is known what is likely', async () => {
    asked.mockImplementation(async (message) => {
      const { type } = message as { readonly type: string };
      return { value: type === 'learning' ? { decisions: 12, needed: 30 } : null };
    });
    const box = draw();
    state.canSort.value = true;
    service.open({ kind: 'menu' });
    await drawn(() =>
      expect(find(box, '.learning').textContent).toBe(
        'Learning what is likely for you: 12 of 30 decisions',
      ),
    );
    const orders = () =>
      [...find(box, '.sort').querySelectorAll('option')].map(({ value }) => value);
    expect(orders()).not.toContain('forYou');
    state.view.value = { ...viewOn('2026-03-27'), remarks: { 'arxiv:1': { score: 1 } } };
    await drawn(() => expect(box.querySelector('.learning')).toBeNull());
    expect(orders()).toContain('forYou');
  });
});

describe('the focus', () => {
  it('goes back from the keys to where it was', async () => {
    const box = draw();
    find(document, '#site').focus();
    service.open({ kind: 'help' });
    await drawn(() => expect(document.activeElement?.id).not.toBe('site'));
    service.close();
    await drawn(() => expect(document.activeElement?.id).toBe('site'));
    expect(box.querySelector('[role="dialog"]')).toBeNull();
  });

  it('stays on a button that has nothing left to do', async () => {
    const box = draw();
    const button = find(box, '[data-action="decide"]');
    button.focus();
    state.view.value = { ...viewOn('2026-03-27'), states: new Map() };
    await drawn(() => expect(button.ariaDisabled).toBe('true'));
    expect(document.activeElement).toBe(button);
  });
});

describe('a script of the page', () => {
  it('turns no keys on, types nothing and gives no tag', async () => {
    state.view.value = viewOn('2026-03-27');
    mountBar(document, () => <Bar service={service} />, service, bar.signal);
    const root = find(document, 'offprint-bar').shadowRoot;
    service.open({ kind: 'help' });
    await drawn(() => find(root, '[type="checkbox"]'));
    const box = find<HTMLInputElement>(root, '[type="checkbox"]');
    box.checked = true;
    box.dispatchEvent(new Event('change', { bubbles: true }));
    expect(state.hasKeys.value).toBe(false);
    service.open({ kind: 'read', id: 'arxiv:1', field: 'tag' });
    await drawn(() => find(root, '.tag-field'));
    const field = find<HTMLInputElement>(root, '.tag-field');
    field.value = 'forged';
    field.dispatchEvent(new InputEvent('input', { bubbles: true }));
    field.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true }));
    expect(field.form).toBeNull();
    expect(asked).not.toHaveBeenCalled();
  });
});

describe('the bar of a page', () => {
  const neighbourDays = (isFilling: boolean): NeighbourDays => ({
    isFilling,
    missed: [],
    missedNew: 0,
  });
  let show: (view: PageView | undefined) => void;
  const page = {
    onView: (callback: (view: PageView | undefined) => void) => {
      show = callback;
    },
  } as Partial<SharedPage> as SharedPage;
  const start = () => subscribe(page, state, () => {}, bar.signal);

  it('takes other keys as they are chosen, and names them once they are on', async () => {
    await start();
    show(viewOn('2026-03-27'));
    expect([state.keymap.value.get('s'), keyed('save', 'Save')]).toEqual(['save', {}]);
    await writeOptions({ keys: { save: 'w' }, pageKeys: true });
    await vi.waitFor(() => expect(state.keymap.value.get('w')).toBe('save'));
    expect(state.keymap.value.has('s')).toBe(false);
    expect(keyed('save', 'Save')).toMatchObject({ 'aria-keyshortcuts': 'w' });
    await writeOptions({ pageKeys: false });
    await vi.waitFor(() => expect(keyed('save', 'Save')).toEqual({}));
  });

  it('takes its notice and its sheet with it to no other digest', async () => {
    await start();
    show(viewOn('2026-03-27'));
    service.say('Saved “One”');
    service.open({ kind: 'read', id: 'arxiv:1' });
    show(viewOn('2026-03-27', 2000));
    expect(state.sheet.value).toMatchObject({ kind: 'read' });
    show(viewOn('2026-03-26', 3000));
    expect([state.notice.value, state.sheet.value]).toEqual([undefined, undefined]);
  });

  it('asks again when a poll found its day whole, which changes no paper', async () => {
    asked.mockResolvedValue({ value: neighbourDays(true) });
    await start();
    show(viewOn('2026-03-27'));
    await vi.waitFor(() => expect(state.neighbourDays.value?.isFilling).toBe(true));
    asked.mockResolvedValue({ value: neighbourDays(false) });
    await writePollState({ since: '2026-03-27', failures: 0 });
    await vi.waitFor(() => expect(state.neighbourDays.value?.isFilling).toBe(false));
  });
});
