import type { Command, CommandId, View } from './commands';

/** The keys that the reader has chosen in place of the first ones; an empty one takes a command's key away. */
export type KeyChoices = Readonly<Partial<Record<CommandId, string>>>;

/** What each key does in a view. The keys of a command follow one another, its own one first. */
export type Keymap = ReadonlyMap<string, CommandId>;

/** Whether a reader can choose a key: one letter or sign. Digits are for tags. */
export function canBeChosen(key: string): boolean {
  return /^[^\s\d]$/u.test(key);
}

/** Takes what is stored of the reader's keys, whatever it is; gives what of it are keys. */
export function keyChoicesIn(stored: unknown): KeyChoices {
  const fields = Object.entries(typeof stored === 'object' && stored ? stored : {});
  return Object.fromEntries(
    fields.filter(([, key]) => key === '' || (typeof key === 'string' && canBeChosen(key))),
  );
}

/**
 * What each key does in a view. Where a chosen key is another command's first one, as after an update that brings that
 * command, the reader's word counts.
 * @param table The commands there are: `commands`, or a part of them.
 */
export function keymapIn(
  table: Readonly<Partial<Record<CommandId, Command>>>,
  view: View,
  chosen: KeyChoices,
): Keymap {
  const byKey = new Map<string, CommandId>();
  const all = Object.entries(table).filter(([, { views }]) => views.includes(view));
  for (const isChosen of [true, false])
    for (const [name, { key, also, isFixed }] of all) {
      const id = name as CommandId;
      const choice = isFixed ? undefined : chosen[id];
      if ((choice !== undefined) !== isChosen) continue;
      for (const one of [choice ?? key, ...(also?.[view] ?? [])])
        if (one && !byKey.has(one)) byKey.set(one, id);
    }
  return byKey;
}

/** The keys of each command that has one. */
export function keysByCommand(keymap: Keymap): ReadonlyMap<CommandId, readonly string[]> {
  const keys = new Map<CommandId, string[]>();
  for (const [key, id] of keymap) keys.set(id, [...(keys.get(id) ?? []), key]);
  return keys;
}
