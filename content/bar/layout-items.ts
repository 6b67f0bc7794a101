import type { Card } from '../../sites/site';

/** A card, and the element that takes its place in the page's layout: itself, or a wrapper of the site's. */
export interface Item extends Card {
  readonly item: HTMLElement;
}

/** Finds the layout's element of each card: the outermost one that holds no other card. */
export function itemsOf(cards: readonly Card[]): Item[] {
  const holders = new Map<Element, number>();
  for (const { element } of cards)
    for (let at = element.parentElement; at; at = at.parentElement)
      holders.set(at, (holders.get(at) ?? 0) + 1);
  const isAlone = (element: Element | null): element is HTMLElement =>
    cards.length > 1 && element !== null && holders.get(element) === 1;
  return cards.map(({ id, element }) => {
    let item = element;
    while (isAlone(item.parentElement)) item = item.parentElement;
    return { id, element, item };
  });
}
