// @vitest-environment jsdom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { StoredNote } from '../../components/note/note-draft';
import { NoteView } from '../../components/note/note-view';
import { openPaper } from '../../store/records/queries';
import { decide } from '../../store/words/decide';
import { saveNote } from '../../store/words/notes';
import { paper, sightOn, useFreshStore } from '../support/store';

useFreshStore();

let root: HTMLElement;
let failing: Error | undefined;

beforeEach(async () => {
  root = document.createElement('div');
  document.body.replaceChildren(root);
  failing = undefined;
  await sightOn('2026-03-27', 1000, paper('arxiv:1'));
  await decide(['arxiv:1'], 'unread', 1100);
});
afterEach(() => act(() => render(null, root)));

const save = async (words: string, base: number) => {
  if (failing) throw failing;
  return saveNote('arxiv:1', words, base, '—', Date.now());
};

const kept = async () => (await openPaper('arxiv:1')).note ?? { text: '', updatedAt: 0 };

function draw(stored: StoredNote | undefined): void {
  act(() => render(<NoteView stored={stored} onSave={save} />, root));
}

async function show(text: string): Promise<void> {
  if (text) await saveNote('arxiv:1', text, 0, '—', 2000);
  draw(await kept());
}

const field = () => root.querySelector('textarea');
const button = (action: string) =>
  root.querySelector<HTMLButtonElement>(`[data-action="${action}"]`);
const click = (element: Element | null) =>
  act(() => {
    (element as HTMLElement | null)?.click();
  });

function type(words: string): void {
  const area = field();
  if (!area) throw new Error('there is no field to type in');
  act(() => {
    area.value = words;
    area.dispatchEvent(new Event('input', { bubbles: true }));
  });
}

function press(target: Element | null, key: string, more: KeyboardEventInit = {}): KeyboardEvent {
  const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...more });
  act(() => {
    target?.dispatchEvent(event);
  });
  return event;
}

describe('a note in the reading pane', () => {
  it('is read formatted, and written as text', async () => {
    await show('a **b**');
    await vi.waitFor(() => expect(root.querySelector('strong')?.textContent).toBe('b'));
    expect(field()).toBeNull();
    click(button('edit-note'));
    expect(field()?.value).toBe('a **b**');
    expect(document.activeElement).toBe(field());
    expect(field()?.selectionStart).toBe(7);
  });

  it('that is empty is a field at once, and stays one while it is written', async () => {
    await show('');
    expect(field()?.placeholder).toBe('Note …');
    act(() => field()?.focus());
    type('first');
    await vi.waitFor(async () => expect((await kept()).text).toBe('first'));
    draw(await kept());
    expect(field()?.value).toBe('first');
  });

  it('shows neither field nor text while it is not known', async () => {
    draw(undefined);
    expect(field()).toBeNull();
    await show('known');
    expect(root.textContent).toContain('known');
  });

  it('opens with a click on it, not with one on a link in it', async () => {
    await show('see [a](https://x.org)');
    await vi.waitFor(() => expect(root.querySelector('.markdown a')).not.toBeNull());
    const link = root.querySelector('a');
    link?.addEventListener('click', (event) => event.preventDefault());
    click(link);
    expect(field()).toBeNull();
    click(root.querySelector('.markdown p'));
    expect(field()).not.toBeNull();
  });

  it.each([
    ['the button', () => click(button('note-done'))],
    ['Escape', () => press(field(), 'Escape')],
  ])('keeps what was typed when it is left with %s, and gives the focus back', async (_, leave) => {
    await show('old');
    click(button('edit-note'));
    type('old and **new**');
    leave();
    expect(field()).toBeNull();
    expect(root.textContent).toContain('old and ');
    expect(document.activeElement).toBe(button('edit-note'));
    await vi.waitFor(async () => expect((await kept()).text).toBe('old and **new**'));
  });

  it('keeps Escape to itself, and leaves one that ends a composition alone', async () => {
    await show('old');
    const outside = vi.fn();
    document.body.addEventListener('keydown', outside);
    click(button('edit-note'));
    press(field(), 'Escape', { isComposing: true });
    expect(field()).not.toBeNull();
    outside.mockClear();
    press(field(), 'Escape');
    expect(outside).not.toHaveBeenCalled();
    document.body.removeEventListener('keydown', outside);
  });

  it('shows and holds what could not be saved, until it is', async () => {
    await show('old');
    failing = new Error('the disk is full');
    click(button('edit-note'));
    type('typed');
    click(button('note-done'));
    await act(async () => {});
    draw(await kept());
    expect(root.textContent).toContain('typed');
    click(button('edit-note'));
    expect(field()?.value).toBe('typed');
    failing = undefined;
    click(button('note-done'));
    await vi.waitFor(async () => expect((await kept()).text).toBe('typed'));
  });

  it('saves what was typed when it goes', async () => {
    await show('old');
    click(button('edit-note'));
    type('last words');
    act(() => render(null, root));
    await vi.waitFor(async () => expect((await kept()).text).toBe('last words'));
  });

  it('shows what another window wrote, and keeps both when both wrote', async () => {
    await show('old');
    await saveNote('arxiv:1', 'theirs', 2000, '—', 3000);
    draw(await kept());
    expect(root.textContent).toContain('theirs');
    click(button('edit-note'));
    type('mine');
    await saveNote('arxiv:1', 'theirs too', 3000, '—', 4000);
    click(button('note-done'));
    await vi.waitFor(() =>
      expect(root.querySelector('[role="status"]')?.textContent).toContain('Both texts are kept'),
    );
    expect(root.textContent).toContain('mine');
    expect(root.textContent).toContain('theirs too');
  });
});
