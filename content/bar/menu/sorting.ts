import { type PaperId, type PaperState, paperStates } from '../../../papers/paper';
import type { PageView } from '../../page/shared-page';
import type { Item } from '../layout-items';

/** The orders that the bar offers. */
export const sorts = ['site', 'new', 'upvotes'] as const;
export type Sort = (typeof sorts)[number];

/** Undecided papers first, the new ones before all; what is dismissed last. */
const places: readonly PaperState[] = paperStates;

/**
 * The ids of a page's papers in an order. It stands as it was made, whatever is decided afterwards:
 * a card must not move away under the reader's hand.
 */
export function sorted(view: PageView, sort: Sort): PaperId[] {
  const papers = [...view.papers];
  const place = (id: PaperId) => {
    if (view.remarks[id]?.muted !== undefined) return places.length;
    const state = view.states.get(id) ?? 'deleted';
    return places.indexOf(state === 'missed' ? 'new' : state);
  };
  if (sort === 'new') papers.sort((one, other) => place(one.id) - place(other.id));
  if (sort === 'upvotes') papers.sort((one, other) => (other.upvotes ?? 0) - (one.upvotes ?? 0));
  return papers.map(({ id }) => id);
}

/** The one element in which every card has its place, if its layout can show another order. */
export function sortableParent(items: readonly Item[]): HTMLElement | undefined {
  const parent = items[0]?.item.parentElement;
  if (!parent || items.length < 2) return undefined;
  if (items.some(({ item }) => item.parentElement !== parent)) return undefined;
  return /grid|flex/.test(getComputedStyle(parent).display) ? parent : undefined;
}

/**
 * Shows cards in an order by CSS alone: no node moves, so that the page's own program finds its tree
 * as it left it. What stands before the first card stays before all of them, the rest behind.
 * Where the browser can, the order of the keyboard follows.
 */
export class Sorting {
  #touched: HTMLElement[] = [];

  readonly parentOf = sortableParent;
  readonly sorted = sorted;

  /** @param ids In the order wanted; cards of other papers come last. */
  show(parent: HTMLElement, items: readonly Item[], ids: readonly PaperId[]): void {
    const isGrid = getComputedStyle(parent).display.includes('grid');
    this.remove();
    const rank = new Map(ids.map((id, index) => [id, index]));
    const length = ids.length + 1;
    const ofCards = new Map(items.map(({ item, id }) => [item as Element, rank.get(id)]));
    let isBeforeCards = true;
    for (const child of parent.children) {
      if (ofCards.has(child)) isBeforeCards = false;
      else if (!isBeforeCards) continue;
      const at = isBeforeCards ? -1 : (ofCards.get(child) ?? ids.length);
      this.#set(child as HTMLElement, 'order', String(at - length));
    }
    this.#set(parent, 'reading-flow', isGrid ? 'grid-order' : 'flex-visual');
  }

  /** Gives the site's own order back. */
  remove(): void {
    for (const element of this.#touched) {
      element.style.removeProperty('order');
      element.style.removeProperty('reading-flow');
    }
    this.#touched = [];
  }

  #set(element: HTMLElement, name: string, value: string): void {
    element.style.setProperty(name, value);
    this.#touched.push(element);
  }
}
