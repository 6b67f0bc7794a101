/** A click takes no focus from the paper, so that the keys after it are still the page's own. */
export function keepFocus(event: MouseEvent): void {
  event.preventDefault();
}
