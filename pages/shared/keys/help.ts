import type { KeyGroup } from '../../../components/ui/key-map';
import { type CommandId, commandIds } from '../../../lib/keymap/commands';
import { commandTexts } from '../../../lib/keymap/texts';
import { writtenKeys } from '../../../lib/keymap/written';
import type { MessageKey } from '../../../lib/text';

/** Whether the keyboard is one of Apple's. */
export const isMac = /mac/i.test(navigator.platform);

/**
 * The help of a view: every command with its keys, in the order of the table.
 * @param byCommand The keys as they are now.
 */
export function keyGroups(
  byCommand: ReadonlyMap<CommandId, readonly string[]>,
  onMac = isMac,
): KeyGroup[] {
  const groups = new Map<MessageKey, KeyGroup['keys'][number][]>();
  for (const id of commandIds) {
    const keys = byCommand.get(id);
    if (!keys) continue;
    const [title, does] = commandTexts[id];
    const list = groups.get(title) ?? [];
    list.push({ keys: keys.flatMap((key) => writtenKeys(key, onMac)), does });
    groups.set(title, list);
  }
  return [...groups].map(([title, keys]) => ({ title, keys }));
}
