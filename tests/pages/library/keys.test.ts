// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { keyGroups, listenToKeys, type Shortcut } from '../../../pages/shared/listen-to-keys';

const run = vi.fn();
const shortcut = (keys: string[], name: string): Shortcut => ({
  keys,
  does: 'keyNext',
  group: 'keysMoving',
  run: () => run(name),
});
const shortcuts = [
  shortcut(['j', 'ArrowDown'], 'next'),
  shortcut(['g l'], 'library'),
  shortcut(['Mod+z'], 'undo'),
  shortcut(['?'], 'map'),
];

let stop: AbortController;
beforeEach(() => {
  run.mockClear();
  document.body.innerHTML =
    '<input type="search"><textarea></textarea><input type="checkbox"><a href="#">x</a><div class="reading"><p tabindex="-1"></p></div>';
  stop = new AbortController();
  listenToKeys(() => shortcuts, stop.signal);
});
afterEach(() => stop.abort());

function press(key: string, on: string | undefined = undefined, more: KeyboardEventInit = {}) {
  const target = (on && document.querySelector(on)) || document.body;
  const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...more });
  target.dispatchEvent(event);
  return event.defaultPrevented;
}

describe('a key', () => {
  it('runs its shortcut and nothing else', () => {
    expect(press('j')).toBe(true);
    expect(press('ArrowDown')).toBe(true);
    expect(press('k')).toBe(false);
    expect(run.mock.calls).toEqual([['next'], ['next']]);
  });

  it('that is held runs its shortcut again and again, or only once where that is said', () => {
    listenToKeys(() => [{ ...shortcut(['x'], 'dismiss'), isOnce: true }], stop.signal);
    press('j', undefined, { repeat: true });
    expect(press('x', undefined, { repeat: true })).toBe(true);
    press('x');
    expect(run.mock.calls).toEqual([['next'], ['dismiss']]);
  });

  it('may be a sequence, which another key ends', () => {
    press('g');
    press('l');
    press('l');
    press('g');
    press('j');
    press('l');
    expect(run.mock.calls).toEqual([['library']]);
  });

  it('does nothing while something is typed, or with keys of the browser', () => {
    expect(press('j', 'input')).toBe(false);
    expect(press('?', 'textarea')).toBe(false);
    expect(press('j', undefined, { isComposing: true })).toBe(false);
    expect(press('j', undefined, { ctrlKey: true })).toBe(false);
    expect(press('j', undefined, { altKey: true })).toBe(false);
    expect(press('z')).toBe(false);
    expect(run).not.toHaveBeenCalled();
    expect(press('z', undefined, { metaKey: true })).toBe(true);
    expect(press('j', '[type="checkbox"]')).toBe(true);
    expect(run.mock.calls).toEqual([['undo'], ['next']]);
  });

  it('leaves scrolling to the pane', () => {
    expect(press('ArrowDown', '.reading p')).toBe(false);
    expect(press('j', '.reading p')).toBe(true);
  });
});

it('the map of the keys has every key of every shortcut', () => {
  expect(keyGroups(shortcuts, true)).toEqual([
    {
      title: 'keysMoving',
      keys: [
        { keys: ['j', '↓'], does: 'keyNext' },
        { keys: ['g', 'l'], does: 'keyNext' },
        { keys: ['⌘ z'], does: 'keyNext' },
        { keys: ['?'], does: 'keyNext' },
      ],
    },
  ]);
});
