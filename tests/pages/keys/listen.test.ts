// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { commandIds, commands } from '../../../lib/keymap/commands';
import { keyed, keysNow } from '../../../lib/keymap/hints';
import { keymapIn, keysByCommand } from '../../../lib/keymap/keymap';
import { writeOptions } from '../../../lib/options';
import { keyGroups } from '../../../pages/shared/keys/help';
import { type Handlers, listenToKeys } from '../../../pages/shared/keys/listen';

const run = vi.fn();
const nothingToDo = new Set<string>();
const handlers = Object.fromEntries(
  commandIds.map((id) => [id, (_key: string): unknown => (nothingToDo.has(id) ? false : run(id))]),
) as Handlers<'library'>;

/** The pane scrolls with the arrow keys. */
const own = {
  arrows: [{ current: null as HTMLElement | null }],
  escape: [],
};

let stop: AbortController;
beforeEach(async () => {
  fakeBrowser.reset();
  run.mockClear();
  nothingToDo.clear();
  document.body.innerHTML =
    '<input type="search"><textarea></textarea><input type="checkbox"><a href="#">x</a><div class="reading"><p tabindex="-1"></p></div>';
  own.arrows = [{ current: document.querySelector<HTMLElement>('.reading') }];
  stop = new AbortController();
  listenToKeys('library', () => handlers, stop.signal, own);
  await vi.waitFor(() => expect(keysNow.value.size).toBeGreaterThan(0));
});
afterEach(() => stop.abort());

function press(key: string, on: string | undefined = undefined, more: KeyboardEventInit = {}) {
  const target = (on && document.querySelector(on)) || document.body;
  const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...more });
  target.dispatchEvent(event);
  return event.defaultPrevented;
}
const ran = () => run.mock.calls.flat();

describe('a key', () => {
  it('runs its command and nothing else', () => {
    expect(press('j')).toBe(true);
    expect(press('ArrowDown')).toBe(true);
    expect(press('w')).toBe(false);
    expect(ran()).toEqual(['next', 'next']);
  });

  it('that is held runs a command again and again only where each time means another paper', () => {
    press('j', undefined, { repeat: true });
    expect(press('x', undefined, { repeat: true })).toBe(true);
    press('x');
    expect(ran()).toEqual(['next', 'dismiss']);
  });

  it('is the browser’s where there is nothing to do', () => {
    nothingToDo.add('close');
    expect(press('Escape')).toBe(false);
  });

  it('may be a sequence, which another key ends', () => {
    press('g');
    press('l');
    press('l');
    press('g');
    press('j');
    press('l');
    expect(ran()).toEqual(['goLibrary']);
  });

  it('is found by its place on keyboards of another script, in a sequence too', () => {
    press('о', undefined, { code: 'KeyJ' });
    press('п', undefined, { code: 'KeyG' });
    press('д', undefined, { code: 'KeyL' });
    expect(ran()).toEqual(['next', 'goLibrary']);
  });

  it('does nothing while something is typed, or with keys of the browser', () => {
    expect(press('j', 'input')).toBe(false);
    expect(press('?', 'textarea')).toBe(false);
    expect(press('j', undefined, { isComposing: true })).toBe(false);
    expect(press('j', undefined, { ctrlKey: true })).toBe(false);
    expect(press('j', undefined, { altKey: true })).toBe(false);
    expect(run).not.toHaveBeenCalled();
    expect(press('z', undefined, { metaKey: true })).toBe(true);
    expect(press('j', '[type="checkbox"]')).toBe(true);
    expect(ran()).toEqual(['undo', 'next']);
  });

  it('leaves scrolling to the pane', () => {
    expect(press('ArrowDown', '.reading p')).toBe(false);
    expect(press('j', '.reading p')).toBe(true);
  });
});

describe('another key that the reader chooses', () => {
  it('acts at once, in tooltips too, and the first one no longer', async () => {
    expect(keyed('save', 'Save')).toEqual({ title: 'Save (s)', 'aria-keyshortcuts': 's' });
    await writeOptions({ keys: { save: 'W', dismiss: '' } });
    await vi.waitFor(() => expect(keysNow.value.get('save')).toEqual(['W']));
    expect([press('s'), press('x'), press('W')]).toEqual([false, false, true]);
    expect(ran()).toEqual(['save']);
    expect(keyed('save', 'Save')).toEqual({ title: 'Save (W)', 'aria-keyshortcuts': 'Shift+W' });
    expect(keyed('dismiss', 'Dismiss')).toEqual({});
  });

  it('is never its first meaning’s, and not lost, however early it is pressed', async () => {
    await writeOptions({ keys: { save: 'x', dismiss: 's' } });
    stop.abort();
    stop = new AbortController();
    listenToKeys('library', () => handlers, stop.signal);
    expect(press('x')).toBe(false);
    for (const key of ['g', 'u', 'x', 's']) press(key);
    expect(ran()).toEqual([]);
    await vi.waitFor(() => expect(ran()).toEqual(['save', 'goUnread', 'save', 'dismiss']));
  });
});

it('a page that no longer listens tells of no keys', () => {
  stop.abort();
  expect(keyed('save', 'Save')).toEqual({});
  expect(press('s')).toBe(false);
});

it('the help has every key of every command', () => {
  const groups = keyGroups(
    keysByCommand(keymapIn(commands, 'library', { tag: 'V', selectRange: '' })),
    true,
  );
  expect(groups.map(({ title }) => title)).toEqual([
    'keysMoving',
    'keysChanging',
    'keysSelecting',
    'keysGoing',
    'keysAnywhere',
  ]);
  const keysOf = (does: string) =>
    groups.flatMap(({ keys }) => keys).find((one) => one.does === does)?.keys;
  expect(keysOf('keyNext')).toEqual(['j', '↓']);
  expect(keysOf('keyTag')).toEqual(['Shift V']);
  expect(keysOf('keySelectRange')).toBeUndefined();
  expect(keysOf('keyGoLibrary')).toEqual(['g', 'l']);
  expect(keysOf('keyUndo')).toEqual(['u', '⌘ Z']);
});
