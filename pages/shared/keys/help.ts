import type { KeyGroup } from '../../../components/ui/key-map';
import { type CommandId, commandIds } from '../../../lib/keymap/commands';
import { commandGroups, commandTexts } from '../../../lib/keymap/texts';
import { writtenKeys } from '../../../lib/keymap/written';

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
  const groups = Object.entries(commandGroups).map(([group, title]) => ({
    title,
    keys: commandIds.flatMap((id) => {
      const keys = byCommand.get(id);
      const [own, does] = commandTexts[id];
      if (!keys || own !== group) return [];
      return [{ keys: keys.flatMap((key) => writtenKeys(key, onMac)), does }];
    }),
  }));
  return groups.filter(({ keys }) => keys.length > 0);
}
