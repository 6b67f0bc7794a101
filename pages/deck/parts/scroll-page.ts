/** What of a page stays in sight, so that the eye finds its line again, in px. */
const kept = 56;

/**
 * Scrolls a card by a page, in a low window the document that it is a part of.
 * @param by 1 for a page on, -1 for one back.
 * @returns Whether there was more to see.
 */
export function scrollPage(card: HTMLElement | null, by: 1 | -1): boolean {
  const scrolling = [card, document.scrollingElement].find(isScrollable);
  if (!scrolling) return false;
  const before = scrolling.scrollTop;
  scrolling.scrollTop += by * Math.max(kept, scrolling.clientHeight - kept);
  return Math.abs(scrolling.scrollTop - before) >= 1;
}

/** Scrolls a card to its beginning or end. */
export function scrollToEdge(card: HTMLElement | null, edge: 'start' | 'end'): void {
  const scrolling = [card, document.scrollingElement].find(isScrollable);
  if (scrolling) scrolling.scrollTop = edge === 'start' ? 0 : scrolling.scrollHeight;
}

function isScrollable(element: Element | null | undefined): element is Element {
  return !!element && element.scrollHeight > element.clientHeight + 1;
}
