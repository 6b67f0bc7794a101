import { type CommandId, commandIds, commandOf } from './commands';
import type { KeyChoices } from './keymap';

/** The commands whose key the reader can choose. */
export const choosable: readonly CommandId[] = commandIds.filter(
  (id) => !commandOf(id).isFixed && commandOf(id).views.length > 0,
);

/** The key of a command as the reader has it now; empty where it has none. */
export function keyNow(chosen: KeyChoices, id: CommandId): string {
  return chosen[id] ?? commandOf(id).key;
}

/**
 * The other command that has a key, in whatever view, since a key means one thing in all of them; for a key that a
 * sequence begins with, the first of those.
 */
export function ownerOf(chosen: KeyChoices, key: string, but: CommandId): CommandId | undefined {
  const others = commandIds.filter((id) => id !== but);
  return (
    others.find((id) => [keyNow(chosen, id), ...also(id)].includes(key)) ??
    others.find((id) => commandOf(id).key.startsWith(`${key} `))
  );
}

function also(id: CommandId): readonly string[] {
  return Object.values(commandOf(id).also ?? {}).flat();
}

/** The choices with another key for a command; its first one is no choice. */
export function withKey(chosen: KeyChoices, id: CommandId, key: string): KeyChoices {
  const { [id]: _before, ...others } = chosen;
  return key === commandOf(id).key ? others : { ...others, [id]: key };
}

/** The choices when two commands have swapped their keys; `undefined` where one of them keeps its own. */
export function swapped(
  chosen: KeyChoices,
  id: CommandId,
  other: CommandId,
): KeyChoices | undefined {
  if (!choosable.includes(other)) return undefined;
  const [own, others] = [keyNow(chosen, id), keyNow(chosen, other)];
  return withKey(withKey(chosen, id, others), other, own);
}
