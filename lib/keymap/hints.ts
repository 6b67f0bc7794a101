import { signal } from '@preact/signals-core';
import { text } from '../text';
import type { CommandId } from './commands';

/** The keys of the commands that keys do on this page now; whoever listens to the keys writes it. */
export const keysNow = signal<ReadonlyMap<CommandId, readonly string[]>>(new Map());

/**
 * The attributes of a control that does what a key does: a tooltip that names the key, `Save (s)`, and the key for
 * screen readers. None where no key does it now.
 * @param name What the tooltip says before the key.
 */
export function keyed(
  id: CommandId,
  name: string,
): { title?: string; 'aria-keyshortcuts'?: string } {
  const [key] = keysNow.value.get(id) ?? [];
  if (!key) return {};
  const shortcut = key.replace(/^[A-Z]$/, 'Shift+$&');
  return { title: text('withKey', name, key), 'aria-keyshortcuts': shortcut };
}
