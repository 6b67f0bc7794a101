import { type CommandId, commandIds, commandOf, type View } from './commands';

/** The keys that the reader has chosen in place of the first ones; an empty one takes a command's key away. */
export type KeyChoices = Readonly<Partial<Record<CommandId, string>>>;

/** What each key does in a view. The keys of a command follow one another, its own one first. */
export type Keymap = ReadonlyMap<string, CommandId>;

/** Whether a reader can choose a key: one letter or sign. Digits are for tags. */
export function canBeChosen(key: string): boolean {
  return /^[^\s\d]$/u.test(key);
}

/** Takes what is stored of the reader's keys, whatever it is; gives what of it can be meant. */
export function keyChoicesIn(stored: unknown): KeyChoices {
  const fields = Object.entries(typeof stored === 'object' && stored ? stored : {});
  return Object.fromEntries(
    fields.filter(
      ([id, key]) =>
        commandIds.includes(id as CommandId) &&
        !commandOf(id as CommandId).isFixed &&
        (key === '' || (typeof key === 'string' && canBeChosen(key))),
    ),
  );
}

/**
 * What each key does in a view. Where a chosen key is another command's first one, as after an update that brings that
 * command, the reader's word counts.
 */
export function keymapOf(view: View, chosen: KeyChoices): Keymap {
  const byKey = new Map<string, CommandId>();
  const isChosen = (id: CommandId) => Number(chosen[id] !== undefined);
  for (const id of commandIds.toSorted((one, other) => isChosen(one) - isChosen(other))) {
    const { key, views, also } = commandOf(id);
    if (!views.includes(view)) continue;
    for (const one of [chosen[id] ?? key, ...(also?.[view] ?? [])])
      if (one && !(byKey.has(one) && chosen[id] === undefined)) byKey.set(one, id);
  }
  return byKey;
}

/** The keys of each command that has one. */
export function keysByCommand(keymap: Keymap): ReadonlyMap<CommandId, readonly string[]> {
  const keys = new Map<CommandId, string[]>();
  for (const [key, id] of keymap) keys.set(id, [...(keys.get(id) ?? []), key]);
  return keys;
}
