// @vitest-environment jsdom

import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Deck } from '../../../pages/deck/deck';
import { DeckCommands } from '../../../pages/deck/paper-commands';
import { DeckRules } from '../../../pages/deck/rule-commands';
import { DeckService } from '../../../pages/deck/service';
import { recordsOf } from '../../../store/records/queries';
import { paper, sightOn, useFreshStore } from '../../support/store';

useFreshStore();

const root = document.createElement('div');
document.body.append(root);
let page: AbortController;
let commands: DeckCommands;
let service: DeckService;
beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.UTC(2026, 2, 28, 12) });
  page = new AbortController();
  // jsdom has no pointer capture: every event goes where a test sends it.
  HTMLElement.prototype.hasPointerCapture = () => true;
  await sightOn('2026-03-27', 1000, paper('arxiv:1', { upvotes: 9 }), paper('arxiv:2'));
  service = new DeckService();
  commands = new DeckCommands(service);
  await act(async () => {
    render(<Deck service={service} commands={commands} rules={new DeckRules(service)} />, root);
    await service.start(undefined, Date.now(), page.signal);
  });
});
afterEach(async () => {
  vi.useRealTimers();
  page.abort();
  await act(() => render(null, root));
});

const top = () => root.querySelector<HTMLElement>('.paper-card:not([inert])');
const holder = () => root.querySelector('.paper-cards') as HTMLElement;
const stateOf = async (id: string) => (await recordsOf([id]))[0]?.state;
function point(type: string, x: number, on: Element, more: PointerEventInit = {}): void {
  const at = { clientX: x, clientY: 260, pointerId: 4, pointerType: 'touch', isPrimary: true };
  on.dispatchEvent(new PointerEvent(type, { bubbles: true, ...at, ...more }));
}
const isWritten = (id: string, state: string) =>
  act(() => vi.waitFor(async () => expect(await stateOf(id)).toBe(state)));

describe('a finger', () => {
  it('draws the card on top even where the browser finds only what holds it', async () => {
    point('pointerdown', 180, holder());
    point('pointermove', 100, holder());
    expect(top()?.style.transform).toBe('translateX(-80px)');
    await act(() => point('pointerup', 20, holder()));
    await isWritten('arxiv:1', 'dismissed');
    expect(top()?.dataset.paper).toBe('arxiv:2');
  });

  it('that does not go far enough, or is a mouse, decides nothing and leaves the card in its place', () => {
    const card = top() as HTMLElement;
    point('pointerdown', 180, card);
    point('pointermove', 240, card);
    point('pointerup', 240, card);
    expect(card.style.transform).toBe('');
    point('pointerdown', 180, card, { pointerType: 'mouse' });
    point('pointermove', 20, card);
    expect(card.style.transform).toBe('');
    expect(service.state.taken.value.size).toBe(0);
  });

  it('decides nothing of a card that went while it was drawn', async () => {
    const card = top() as HTMLElement;
    point('pointerdown', 180, card);
    point('pointermove', 300, holder());
    await act(() => commands.decide('save', Date.now()));
    await act(() => point('pointerup', 340, holder()));
    await isWritten('arxiv:1', 'unread');
    expect(await stateOf('arxiv:2')).toBe('new');
    expect(top()?.style.transform).toBe('');
  });
});
