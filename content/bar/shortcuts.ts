import { type Command, type CommandOf, pageCommands } from '../../lib/keymap/commands';
import type { Keymap } from '../../lib/keymap/keymap';
import { namesOf } from '../../lib/keymap/names';

/** What a key does on a page. */
export type PageCommand = CommandOf<'page'>;

const typedIn =
  'input, textarea, select, [contenteditable]:not([contenteditable="false"]), [role="textbox"], [role="searchbox"], [role="combobox"]';
const dialogs =
  'dialog, [role="dialog"], [role="alertdialog"], [role="menu"], [role="listbox"], [popover], [aria-modal="true"]';
const modals = 'dialog:modal, [aria-modal="true"]';

/**
 * What a key press means for the page: nothing while something is typed, in or behind a dialog, with
 * a modifier, or when the site has used it. Only what the reader presses counts.
 * @param keymap What each key does now.
 */
export function commandPressed(
  event: KeyboardEvent,
  document: Document,
  keymap: Keymap,
): PageCommand | undefined {
  const { isTrusted, defaultPrevented, isComposing } = event;
  if (!isTrusted || defaultPrevented || isComposing) return undefined;
  const key = namesOf(event).find((name) => keymap.has(name));
  const command = key === undefined ? undefined : (keymap.get(key) as PageCommand);
  if (!command) return undefined;
  const { repeats }: Command = pageCommands[command];
  if (event.repeat && !repeats) return undefined;
  const path = event.composedPath().filter((node) => node instanceof Element);
  if (path.some((node) => node.matches(typedIn) || node.matches(dialogs))) return undefined;
  if (document.querySelector(modals)) return undefined;
  // Enter belongs to whatever has the focus, save for a control as a whole.
  if (command === 'read' && !isControl(path[0])) return undefined;
  return command;
}

function isControl(element: Element | undefined): boolean {
  const root = element?.getRootNode();
  const host = root instanceof ShadowRoot ? root.host : undefined;
  return host?.nodeName === 'OFFPRINT-CARD' && element?.getAttribute('role') === 'group';
}
