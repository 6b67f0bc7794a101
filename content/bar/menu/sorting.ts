import type { Sort } from '../../../lib/bar-choices';
import { text } from '../../../lib/text';
import { localDay } from '../../../papers/local-day';
import { type PaperId, type PaperState, paperStates } from '../../../papers/paper';
import { forYou } from '../../../papers/ranking/order';
import type { PageView, SharedPage } from '../../page/shared-page';
import type { Item } from '../layout-items';
import { isLeft } from '../page-counts';

/** A page's papers in an order. */
export interface Sorted {
  readonly ids: readonly PaperId[];
  /** Those that were drawn from lower down; see `forYou`. */
  readonly widening: ReadonlySet<PaperId>;
}

/** Undecided papers first, the new ones before all; what is dismissed last. */
const places: readonly PaperState[] = paperStates;

/**
 * A page's papers in an order. It stands as it was made, whatever is decided afterwards: a card must not move away
 * under the reader's hand.
 * @param widens See `forYou`.
 * @param now ms since the epoch.
 * @returns `undefined` while it is not known what is likely for the reader.
 */
export function sorted(
  view: PageView,
  sort: Sort,
  widens = true,
  now = Date.now(),
): Sorted | undefined {
  if (sort === 'forYou') return hasScores(view) ? likeliest(view, widens, now) : undefined;
  const papers = [...view.papers];
  const place = (id: PaperId) => {
    if (view.remarks[id]?.muted !== undefined) return places.length;
    const state = view.states.get(id) ?? 'deleted';
    return places.indexOf(state === 'missed' ? 'new' : state);
  };
  if (sort === 'new') papers.sort((one, other) => place(one.id) - place(other.id));
  if (sort === 'upvotes') papers.sort((one, other) => (other.upvotes ?? 0) - (one.upvotes ?? 0));
  return { ids: papers.map(({ id }) => id), widening: new Set() };
}

/** Whether it is known of any paper how much it is for the reader. */
export function hasScores({ remarks }: PageView): boolean {
  return Object.values(remarks).some((said) => said?.score !== undefined);
}

/** What is decided has no score and comes last, whatever a rule says of it. */
function likeliest(view: PageView, widens: boolean, now: number): Sorted {
  const papers = view.papers.map(({ id }) => {
    const { score, followed, muted } = view.remarks[id] ?? {};
    const isFollowed = followed && isLeft(view, id);
    const rule = muted !== undefined ? 'muted' : isFollowed ? 'followed' : undefined;
    return { id, score, rule } as const;
  });
  return forYou(papers, localDay(now), widens);
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
  #marked: HTMLElement[] = [];

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

  /** Says on the controls of papers that they were drawn from lower down. */
  mark(page: SharedPage, items: readonly Item[], widening: ReadonlySet<PaperId>): void {
    for (const host of this.#marked) delete host.dataset.widens;
    this.#marked = items.flatMap(({ id, element }) => {
      const host = widening.has(id) ? page.controlOf(element) : undefined;
      if (host) host.dataset.widens = text('likelyWidens');
      return host ?? [];
    });
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
