// @vitest-environment jsdom

import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { writePollState } from '../../../lib/poll-state';
import { Deck } from '../../../pages/deck/deck';
import { DeckCommands } from '../../../pages/deck/paper-commands';
import { DeckRules } from '../../../pages/deck/rule-commands';
import { DeckService } from '../../../pages/deck/service';
import { noteUnchanged } from '../../../store/days/days';
import { recordsOf } from '../../../store/records/queries';
import { paper, sightOn, useFreshStore } from '../../support/store';

useFreshStore();

const root = document.createElement('div');
document.body.append(root);
let page: AbortController;
beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.UTC(2026, 2, 28, 12) });
  page = new AbortController();
});
afterEach(async () => {
  vi.useRealTimers();
  page.abort();
  await act(() => render(null, root));
});

const today = '2026-03-28';
const stateOf = async (id: string) => (await recordsOf([id]))[0]?.state;
const words = (of = '.deck') => root.querySelector(of)?.textContent ?? '';
function element<Kind extends HTMLElement>(selector: string): Kind {
  const found = root.querySelector<Kind>(selector);
  if (!found) throw new Error(`no ${selector}`);
  return found;
}
const press = (key: string, on: HTMLElement = document.body, more: KeyboardEventInit = {}) =>
  act(() => {
    const event = { key, bubbles: true, cancelable: true, ...more };
    on.dispatchEvent(new KeyboardEvent('keydown', event));
  });

async function open(): Promise<DeckService> {
  const service = new DeckService();
  const commands = new DeckCommands(service);
  await act(async () => {
    render(<Deck service={service} commands={commands} rules={new DeckRules(service)} />, root);
    await service.start(undefined, Date.now(), page.signal);
  });
  return service;
}

const meetSome = () =>
  sightOn(
    '2026-03-27',
    1000,
    paper('arxiv:1', { upvotes: 9 }),
    paper('arxiv:2', { upvotes: 8 }),
    paper('arxiv:3', { upvotes: 7 }),
  );

describe('what the deck says of new papers', () => {
  it('is that nothing is known before the first answer, and follows the polls', async () => {
    await open();
    expect(words('.empty h2')).toBe('Offprint has not looked for new papers yet');
    const asked = { since: today, failures: 0, lastAskedAt: Date.now(), lastAnswerAt: Date.now() };
    await act(() => writePollState(asked));
    await vi.waitFor(() => expect(words('.empty h2')).toBe('No list at weekends'));
    expect(words('.empty')).toContain('Checked ');
  });

  it('is over a paper, too, that its list is still filling, until an answer makes it whole', async () => {
    await sightOn(today, 1000, paper('arxiv:1'));
    await open();
    expect(words('.deck-top')).toContain('still filling');
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 3 * 86_400_000 });
    await noteUnchanged(today, Date.now());
    await act(() => writePollState({ since: today, failures: 0 }));
    await vi.waitFor(() => expect(words('.deck-top')).not.toContain('still filling'));
  });

  it('counts what a time limit leaves out among those of a day', async () => {
    await meetSome();
    const service = await open();
    await act(() => service.limit(1, 60_000));
    expect(words('.day-line')).toContain('3 papers left of this day');
  });
});

describe('keys', () => {
  it('decide on one paper only while they are held', async () => {
    await meetSome();
    const service = await open();
    await press('s');
    for (const _ of [1, 2]) await press('s', document.body, { repeat: true });
    expect(service.state.standing.value.left).toEqual(['arxiv:2', 'arxiv:3']);
    await vi.waitFor(async () => expect(await stateOf('arxiv:1')).toBe('unread'));
    await service.settle();
  });

  it('go on choosing a time limit that was chosen by keys, and are the page’s own after a click', async () => {
    await meetSome();
    await open();
    const select = element<HTMLSelectElement>('select');
    const change = (value: string) =>
      act(() => {
        select.value = value;
        select.dispatchEvent(new Event('change', { bubbles: true }));
      });
    select.focus();
    await press('ArrowDown', select);
    await change('5');
    expect(document.activeElement).toBe(select);
    select.dispatchEvent(new Event('pointerdown', { bubbles: true }));
    await change('10');
    expect(document.activeElement).not.toBe(select);
  });

  it('are not taken by a button that was clicked', async () => {
    await meetSome();
    await open();
    const event = new MouseEvent('mousedown', { bubbles: true, cancelable: true });
    element('[data-action="dismiss"]').dispatchEvent(event);
    expect(event.defaultPrevented).toBe(true);
  });
});

describe('the end', () => {
  it('of a time limit lets the same one be chosen again', async () => {
    await meetSome();
    const service = await open();
    await act(() => service.limit(10, 600_000));
    expect(element<HTMLSelectElement>('select').value).toBe('10');
    await press('s');
    await vi.waitFor(() => expect(words()).toContain('That was the best of it'));
    expect(element<HTMLSelectElement>('select').value).toBe('');
    expect(words('.deck-options')).toContain('Dismiss the other 2 papers');
    await service.settle();
  });

  it('notes that what it opens was opened', async () => {
    await meetSome();
    const service = await open();
    const create = vi.spyOn(fakeBrowser.tabs, 'create');
    for (const _ of [1, 2, 3]) await press('s');
    await vi.waitFor(() =>
      expect(words()).toContain('You saved 3 papers, put off 0 and dismissed 0.'),
    );
    await service.settle();
    await act(() => element('[data-action="open-all"]').click());
    await vi.waitFor(async () => {
      const records = await recordsOf(['arxiv:1', 'arxiv:2', 'arxiv:3']);
      expect(records.map(({ openedCount }) => openedCount)).toEqual([1, 1, 1]);
    });
    expect(create).toHaveBeenCalledTimes(3);
  });
});
