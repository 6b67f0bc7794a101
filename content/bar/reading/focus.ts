/** For a `ref`: puts the focus on an element when it has come. */
export function focusOnceThere(element: HTMLElement | null): void {
  element?.focus({ preventScroll: true });
}
