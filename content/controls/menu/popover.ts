/**
 * What opens below a button of a control; Escape, what is chosen in it, and leaving it by Tab close it. The focus goes
 * into it, and back to the button.
 * @param button Says whether it is open.
 * @param first Finds what gets the focus. In a dialog nothing does but itself, so that a second Enter presses nothing.
 */
export function popoverOf(
  button: HTMLElement,
  role: 'menu' | 'dialog',
  name: string,
  first?: string,
): HTMLElement {
  const popover = button.ownerDocument.createElement('div');
  popover.popover = 'auto';
  popover.tabIndex = -1;
  popover.setAttribute('role', role);
  popover.setAttribute('aria-label', name);
  popover.addEventListener('toggle', () => {
    const isOpen = popover.matches(':popover-open');
    button.setAttribute('aria-expanded', String(isOpen));
    const found = first === undefined ? null : popover.querySelector<HTMLElement>(first);
    if (isOpen) (found ?? popover).focus();
  });
  // Chromium forgets which button opened a menu in a shadow root.
  const close = () => {
    popover.hidePopover();
    button.focus();
  };
  popover.addEventListener('click', ({ target, isTrusted }) => {
    if (isTrusted && (target as Element).closest('button')) close();
  });
  popover.addEventListener('focusout', ({ relatedTarget }) => {
    if (relatedTarget && !popover.contains(relatedTarget as Node)) popover.hidePopover();
  });
  popover.addEventListener('keydown', (event) => {
    // No key pressed here is the page's, or the bar's.
    event.stopPropagation();
    if (event.repeat && event.key === 'Enter') event.preventDefault();
    if (event.key === 'Escape' || (event.key === 'Tab' && role === 'menu')) close();
    else walk(popover, event);
  });
  return popover;
}

/** Arrow keys walk from button to button. */
function walk(popover: HTMLElement, event: KeyboardEvent): void {
  const items = [...popover.querySelectorAll<HTMLElement>('button')];
  const at = items.findIndex((item) => item.matches(':focus'));
  const steps: Record<string, number> = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: -1 };
  const next = steps[event.key];
  if (next === undefined) return;
  event.preventDefault();
  items.at(next % items.length)?.focus();
}
