// @vitest-environment jsdom
import { expect, it } from 'vitest';
import { namesOf } from '../../../lib/keymap/names';

const named = (key: string, code = '', more: KeyboardEventInit = {}) =>
  namesOf(new KeyboardEvent('keydown', { key, code, ...more }));

it.each<[string, readonly [string, string?, KeyboardEventInit?], readonly string[]]>([
  ['a letter', ['j', 'KeyJ'], ['j']],
  ['a capital', ['J', 'KeyJ', { shiftKey: true }], ['J']],
  ['a letter elsewhere on the keyboard, Dvorak', ['j', 'KeyC'], ['j']],
  ['a letter under Caps Lock', ['J', 'KeyJ', { modifierCapsLock: true }], ['j']],
  ['a capital under Caps Lock', ['j', 'KeyJ', { shiftKey: true, modifierCapsLock: true }], ['J']],
  ['Cyrillic', ['о', 'KeyJ'], ['о', 'j']],
  ['a Cyrillic capital', ['О', 'KeyJ', { shiftKey: true }], ['О', 'J']],
  ['Greek', ['ξ', 'KeyJ'], ['ξ', 'j']],
  ['Hangul', ['ㅓ', 'KeyJ'], ['ㅓ', 'j']],
  ['a Latin letter with a sign is itself', ['ğ', 'KeyE'], ['ğ']],
  ['a digit without Shift, AZERTY', ['&', 'Digit1'], ['&', '1']],
  ['a sign with Shift', ['*', 'Digit8', { shiftKey: true }], ['*']],
  ['a sign of another layout', ['/', 'Digit7', { shiftKey: true }], ['/']],
  ['undo', ['z', 'KeyZ', { ctrlKey: true }], ['Mod+z']],
  ['undo on a Mac, in Cyrillic', ['я', 'KeyZ', { metaKey: true }], ['Mod+z']],
  ['redo', ['Z', 'KeyZ', { ctrlKey: true, shiftKey: true }], ['Mod+Shift+z']],
  ['an arrow', ['ArrowDown', 'ArrowDown'], ['ArrowDown']],
  ['an arrow with Alt', ['ArrowDown', 'ArrowDown', { altKey: true }], ['Alt+ArrowDown']],
  ['a letter with Alt, which writes a sign', ['∆', 'KeyJ', { altKey: true }], []],
  ['AltGr', ['@', 'KeyQ', { ctrlKey: true, altKey: true }], []],
  ['a modifier alone', ['Shift', 'ShiftLeft', { shiftKey: true }], []],
  ['an event without a key', [''], []],
])('names %s', (_, [key, code, more], names) => {
  expect(named(key, code, more)).toEqual(names);
});
