import type { KeyGroup } from '../../components/ui/key-map';
import { isLayerOpen } from '../../components/ui/layers';
import type { MessageKey } from '../../lib/text';

/** Something that a key does. */
export interface Shortcut {
  /** One way in an item; the keys of a sequence are separated by blanks. */
  readonly keys: readonly string[];
  readonly does: MessageKey;
  readonly group: MessageKey;
  readonly run: () => unknown;
  /** Whether a key that is held runs it but once. */
  readonly isOnce?: boolean;
  /** The view it belongs to; absent where it acts in all of them. */
  readonly view?: string;
}

/** How long a sequence may pause between its keys, in ms. */
const sequencePatience = 1500;

/**
 * Whether a key press belongs to what has the focus: it is being typed in, or it is a control's own.
 * Escape leads out of the fields of the pane where they have no use for it. While a form, menu or
 * window is open, all keys are its own.
 */
function isTaken({ target, key }: KeyboardEvent): boolean {
  if (isLayerOpen()) return true;
  const element = target instanceof Element ? target : undefined;
  if (!element) return false;
  if (key === 'Escape' && element.closest('.pane')) return false;
  const isTypedIn =
    'textarea, select, [contenteditable], input:not([type="checkbox"]):not([type="radio"])';
  if (element.matches(isTypedIn)) return true;
  if (key === 'Enter' || key === ' ') return element.matches('button, a, input, summary');
  if (!/^(Arrow|Home|End)/.test(key)) return false;
  return element.matches('input[type="radio"]') || element.closest('.reading, .side') !== null;
}

/**
 * Runs shortcuts as their keys are pressed. No key acts while something is typed, or together with
 * a key of the browser's own; `Mod` in a key is Ctrl, on a Mac ⌘.
 */
export function listenToKeys(shortcuts: () => readonly Shortcut[], signal?: AbortSignal): void {
  let begun = '';
  let begunAt = 0;
  const onKey = (event: KeyboardEvent): void => {
    if (event.isComposing || event.defaultPrevented) return;
    const pressed = nameOf(event);
    if (!pressed || isTaken(event)) return;
    const isGoingOn = begun !== '' && event.timeStamp - begunAt < sequencePatience;
    const sequence = isGoingOn ? `${begun} ${pressed}` : pressed;
    begun = '';
    const all = shortcuts();
    const shortcut = all.find(({ keys }) => keys.includes(sequence));
    if (shortcut) {
      event.preventDefault();
      if (!(event.repeat && shortcut.isOnce)) shortcut.run();
    } else if (all.some(({ keys }) => keys.some((key) => key.startsWith(`${sequence} `)))) {
      event.preventDefault();
      begun = sequence;
      begunAt = event.timeStamp;
    }
  };
  addEventListener('keydown', onKey, signal ? { signal } : {});
}

function nameOf({ key, ctrlKey, metaKey, altKey, shiftKey }: KeyboardEvent): string {
  if (altKey || ['Shift', 'Control', 'Meta', 'Alt'].includes(key)) return '';
  if (ctrlKey || metaKey) return `Mod+${shiftKey ? 'Shift+' : ''}${key.toLowerCase()}`;
  if (key.length > 1) return `${shiftKey ? 'Shift+' : ''}${key}`;
  return key;
}

/** The map of the keys, in the order of the shortcuts. */
export function keyGroups(shortcuts: readonly Shortcut[], isMac: boolean): KeyGroup[] {
  const groups = new Map<MessageKey, KeyGroup['keys'][number][]>();
  for (const { group, keys, does } of shortcuts) {
    const shown = (keys[0] ?? '').split(' ').flatMap((key) => written(key, isMac));
    const others = keys.slice(1).flatMap((key) => written(key, isMac));
    const list = groups.get(group) ?? [];
    list.push({ keys: [...shown, ...others], does });
    groups.set(group, list);
  }
  return [...groups].map(([title, keys]) => ({ title, keys }));
}

const signs: Readonly<Record<string, string>> = {
  ArrowDown: '↓',
  ArrowUp: '↑',
  ArrowLeft: '←',
  ArrowRight: '→',
  ' ': 'Space',
  Escape: 'Esc',
  Delete: 'Del',
};

function written(key: string, isMac: boolean): string[] {
  const parts = key.split('+').filter(Boolean);
  if (parts.length === 0) return ['+'];
  return [
    parts
      .map((part) => (part === 'Mod' ? (isMac ? '⌘' : 'Ctrl') : (signs[part] ?? part)))
      .join(' '),
  ];
}
