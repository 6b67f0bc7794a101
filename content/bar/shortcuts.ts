/** Each key of the page and what it does. */
export const pageKeys = {
  j: 'next',
  k: 'previous',
  J: 'nextAll',
  K: 'previousAll',
  s: 'save',
  x: 'dismiss',
  u: 'undo',
  t: 'tag',
  n: 'note',
  o: 'open',
  Enter: 'read',
  '?': 'help',
  Escape: 'close',
} as const;

/** What a key does. */
export type Shortcut = (typeof pageKeys)[keyof typeof pageKeys];

const repeatable: readonly Shortcut[] = ['next', 'previous', 'nextAll', 'previousAll'];
const typedIn =
  'input, textarea, select, [contenteditable]:not([contenteditable="false"]), [role="textbox"], [role="searchbox"], [role="combobox"]';
const dialogs = 'dialog, [role="dialog"], [role="alertdialog"], [role="menu"], [aria-modal="true"]';
const modals = 'dialog:modal, [aria-modal="true"]';

/**
 * What a key press means for the page: nothing while something is typed, in or behind a dialog, with
 * a modifier, or when the site has used it. Only what the reader presses counts.
 */
export function shortcutOf(event: KeyboardEvent, document: Document): Shortcut | undefined {
  const { key, isTrusted, defaultPrevented, isComposing, ctrlKey, metaKey, altKey } = event;
  if (!isTrusted || defaultPrevented || isComposing) return undefined;
  if (ctrlKey || metaKey || altKey || !Object.hasOwn(pageKeys, key)) return undefined;
  const shortcut = pageKeys[key as keyof typeof pageKeys];
  if (event.repeat && !repeatable.includes(shortcut)) return undefined;
  const path = event.composedPath().filter((node) => node instanceof Element);
  if (path.some((node) => node.matches(typedIn) || node.matches(dialogs))) return undefined;
  if (document.querySelector(modals)) return undefined;
  // Enter belongs to whatever has the focus, save for a control as a whole.
  if (shortcut === 'read' && !isControl(path[0])) return undefined;
  return shortcut;
}

function isControl(element: Element | undefined): boolean {
  const root = element?.getRootNode();
  const host = root instanceof ShadowRoot ? root.host : undefined;
  return host?.nodeName === 'OFFPRINT-CARD' && element?.getAttribute('role') === 'group';
}
