import { effect, type Signal } from '@preact/signals-core';
import type { Sort } from '../../lib/bar-choices';
import type { PageView, SharedPage } from '../page/shared-page';
import type { Parts } from './common';
import { Folding } from './folding';
import { type Item, itemsOf } from './layout-items';
import type { Sorted, Sorting } from './menu/sorting';
import { type Fold, foldOf } from './page-counts';
import type { BarState } from './state';

/** The page's cards as the bar lets them be seen: which are folded away, and in which order. */
export class Layout {
  readonly #folding: Folding;
  #sorting: Sorting | undefined;
  #items: readonly Item[] = [];
  #listed = '';
  /** The order that is shown, which is the site's own where there is none. */
  #sorted: Sorted | undefined;
  #sort: Sort = 'site';
  /** Whether the reader has begun with the page: then no card moves unless asked to. */
  #isTouched = false;
  /** Told of the cards' layout once the browser has worked it out, so that asking costs nothing. */
  readonly #laidOut = new ResizeObserver(() => this.#offerOrders());

  constructor(
    document: Document,
    private readonly page: SharedPage,
    private readonly state: BarState,
    parts: Signal<Parts>,
    signal: AbortSignal,
  ) {
    this.#folding = new Folding(document, page);
    const stop = [
      effect(() => this.#follow(this.state.view.value)),
      effect(() => this.#folding.hide(this.#reasons())),
      effect(() => this.#order(this.state.sort.value)),
      effect(() => {
        this.#sorting = parts.value['bar-menu']?.sorting;
        this.#offerOrders();
        this.#order();
      }),
    ];
    for (const type of ['wheel', 'keydown', 'pointerdown']) {
      const touched = () => {
        this.#isTouched = true;
      };
      document.addEventListener(type, touched, { passive: true, signal });
    }
    signal.addEventListener('abort', () => {
      for (const end of stop) end();
      this.#laidOut.disconnect();
      this.#folding.remove();
      this.#show(undefined);
    });
  }

  /** The cards that can be seen, in the order in which they are. */
  visible(): Item[] {
    const view = this.state.view.peek();
    if (!view) return [];
    const hidden = this.#reasons();
    const rank = new Map(this.#sorted?.ids.map((id, index) => [id, index]));
    const last = rank.size;
    return this.#items
      .filter(({ id }) => !hidden.some((reason) => reason === foldOf(view, id)))
      .sort((one, other) => (rank.get(one.id) ?? last) - (rank.get(other.id) ?? last));
  }

  #reasons(): Fold[] {
    const { hidesSeen, foldsMuted, hidesReplaced } = this.state.choices.value;
    const hides: Record<Fold, boolean> = {
      seen: hidesSeen,
      muted: foldsMuted,
      replaced: hidesReplaced,
    };
    return (Object.keys(hides) as Fold[]).filter((fold) => hides[fold]);
  }

  #follow(view: PageView | undefined): void {
    const listed = view ? `${view.visit.digest} ${view.cards.map(({ id }) => id).join()}` : '';
    const isSame =
      listed === this.#listed && this.#items.every(({ element }) => element.isConnected);
    if (!isSame) {
      const isOtherDigest = listed.split(' ')[0] !== this.#listed.split(' ')[0];
      this.#items = itemsOf(view?.cards ?? []);
      this.#listed = listed;
      this.#laidOut.disconnect();
      const parent = this.#items[0]?.item.parentElement;
      if (parent) this.#laidOut.observe(parent);
      if (isOtherDigest) this.#begin();
      else this.#place();
    }
    this.#folding.show(view ? this.#items : [], ({ id }) => view && foldOf(view, id));
    // What is likely may be known only now.
    if (!this.#isTouched) this.#order();
    this.#mark();
  }

  /** Another digest begins in the order that the reader has chosen last. */
  #begin(): void {
    this.#isTouched = false;
    this.#sort = 'site';
    this.#show(undefined);
    this.state.sort.value = this.state.choices.peek().sort;
  }

  /** Makes the order that is wanted, once that can be. */
  #order(sort = this.state.sort.peek()): void {
    const view = this.state.view.peek();
    if (!view || sort === this.#sort) return;
    const sorted = this.#sorting?.sorted(view, sort, this.state.widens.peek());
    if (!sorted && sort !== 'site') return;
    this.#sort = sort;
    this.#show(sort === 'site' ? undefined : sorted);
  }

  #show(sorted: Sorted | undefined): void {
    this.#sorted = sorted;
    this.#place();
    this.#mark();
  }

  #offerOrders(): void {
    this.state.canSort.value = this.#sorting?.parentOf(this.#items) !== undefined;
  }

  #place(): void {
    const parent = this.#sorted && this.#sorting?.parentOf(this.#items);
    if (parent && this.#sorted) this.#sorting?.show(parent, this.#items, this.#sorted.ids);
    else this.#sorting?.remove();
  }

  /** On controls that are made as the page is drawn. */
  #mark(): void {
    this.#sorting?.mark(this.page, this.#items, this.#sorted?.widening ?? new Set());
  }
}
