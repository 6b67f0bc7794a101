import { describe, expect, it } from 'vitest';
import {
  commandIds,
  commandOf,
  commands,
  pageCommands,
  type View,
} from '../../../lib/keymap/commands';
import {
  canBeChosen,
  type KeyChoices,
  keyChoicesIn,
  keymapIn,
  keysByCommand,
} from '../../../lib/keymap/keymap';
import { commandTexts } from '../../../lib/keymap/texts';
import { writtenKeys } from '../../../lib/keymap/written';
import messages from '../../../public/_locales/en/messages.json';

const views: readonly View[] = ['page', 'popup', 'library', 'deck'];
const keymapOf = (view: View, chosen: KeyChoices) => keymapIn(commands, view, chosen);
const keysIn = (view: View) =>
  commandIds.flatMap((id) => {
    const { key, views: where, also } = commandOf(id);
    return where.includes(view) ? [key, ...(also?.[view] ?? [])] : [];
  });

describe('the table of commands', () => {
  it.each(views)('has no two commands that share a key: %s', (view) => {
    const keys = keysIn(view);
    expect(keys.filter((key, at) => keys.indexOf(key) !== at)).toEqual([]);
    const begun = keys.filter((key) => keys.some((other) => other.startsWith(`${key} `)));
    expect(begun).toEqual([]);
  });

  it('means the same by a letter, digit or sign in every view', () => {
    const meant = new Map<string, Set<string>>();
    for (const view of views)
      for (const [key, id] of keymapOf(view, {}))
        if (/^\S$/.test(key)) meant.set(key, (meant.get(key) ?? new Set()).add(id));
    expect([...meant].filter(([, ids]) => ids.size > 1)).toEqual([]);
    const own = commandIds.map((id) => commandOf(id).key);
    expect(new Set(own).size).toBe(own.length);
  });

  it('has a text for every command, and for no other', () => {
    expect(Object.keys(commandTexts)).toEqual(commandIds);
    const said = Object.values(commandTexts).map(([, says]) => says);
    expect(said.filter((key) => !messages[key].message)).toEqual([]);
    expect(new Set(said).size).toBe(commandIds.length);
  });

  it('has those of a page apart', () => {
    const ofPage = commandIds.filter((id) => commandOf(id).views.includes('page'));
    expect(Object.keys(pageCommands)).toEqual(ofPage);
  });

  it('lets every key be chosen that it has for a command with a choice', () => {
    const free = commandIds.filter((id) => !commandOf(id).isFixed);
    expect(free.filter((id) => !canBeChosen(commandOf(id).key))).toEqual([]);
  });
});

describe('chosen keys', () => {
  it('take the place of the first one and leave the arrows', () => {
    const keys = keysByCommand(keymapOf('deck', { save: 'a' }));
    expect(keys.get('save')).toEqual(['a', 'ArrowRight']);
    expect(keysByCommand(keymapOf('deck', { save: '' })).get('save')).toEqual(['ArrowRight']);
    expect(keymapOf('deck', { save: 'a' }).has('s')).toBe(false);
  });

  it('count before a first key of another command, in whatever order', () => {
    const swapped = keymapOf('library', { save: 'x', dismiss: 's' });
    expect([swapped.get('x'), swapped.get('s')]).toEqual(['save', 'dismiss']);
    expect(keymapOf('library', { save: 'x' }).get('x')).toBe('save');
    expect(keymapOf('library', { dismiss: 's' }).get('s')).toBe('dismiss');
    expect(keysByCommand(keymapOf('library', { save: 'x' })).has('dismiss')).toBe(false);
  });

  it('leave a command alone that has a key for good, and one that nobody knows', () => {
    const stored = { close: 'c', nothing: 'w' };
    expect(keymapOf('library', keyChoicesIn(stored))).toEqual(keymapOf('library', {}));
  });

  it.each([
    [undefined, {}],
    ['sxt', {}],
    [
      { save: 'a', dismiss: 7, tag: 'ab', note: '' },
      { save: 'a', note: '' },
    ],
    [{ next: '1', previous: ' ', open: 'é' }, { open: 'é' }],
  ])('are read from whatever is stored: %j', (stored, meant) => {
    expect(keyChoicesIn(stored)).toEqual(meant);
  });
});

it.each([
  ['s', ['s']],
  ['V', ['Shift V']],
  ['g l', ['g', 'l']],
  ['Mod+z', ['⌘ Z']],
  ['Alt+ArrowUp', ['⌥ ↑']],
  [' ', ['Space']],
  ['+', ['+']],
  ['?', ['?']],
])('%j is written as on the keyboard', (key, written) => {
  expect(writtenKeys(key, true)).toEqual(written);
});
