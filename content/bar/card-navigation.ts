import type { PaperId } from '../../papers/paper';
import type { SharedPage } from '../page/shared-page';
import type { Layout } from './layout';
import type { Item } from './layout-items';

/** Goes from card to card with the real focus. */
export class CardNavigation {
  #last: PaperId | undefined;

  constructor(
    private readonly document: Document,
    private readonly page: SharedPage,
    private readonly layout: Layout,
  ) {}

  /** The card that has the focus, in itself or on its control; `undefined` when none has. */
  current(): Item | undefined {
    const { activeElement } = this.document;
    return this.layout
      .visible()
      .find(
        ({ element }) =>
          element.contains(activeElement) || this.page.controlOf(element) === activeElement,
      );
  }

  /**
   * Goes to the next card, or with -1 to the one before, from the one where the reader was last.
   * @returns The card; `undefined` at the end.
   */
  step(by: 1 | -1): Item | undefined {
    const items = this.layout.visible();
    const at = this.#at(items);
    return this.#go(at < 0 && by < 0 ? undefined : items[at + by]);
  }

  /** Goes to the next card for which something holds, from the first again after the last. */
  next(holds: (item: Item) => boolean): Item | undefined {
    const items = this.layout.visible();
    const at = this.#at(items) + 1;
    return this.#go([...items.slice(at), ...items.slice(0, at)].find(holds));
  }

  /** The card that takes the place of the current one when that is folded away. */
  successor(): Item | undefined {
    const items = this.layout.visible();
    const at = this.#at(items);
    return items[at + 1] ?? items[at - 1];
  }

  /** Puts the focus on a paper's card, where it is to be seen. */
  goTo(id: PaperId): void {
    this.#go(this.layout.visible().find((item) => item.id === id));
  }

  #at(items: readonly Item[]): number {
    const here = this.current()?.id ?? this.#last;
    return items.findIndex(({ id }) => id === here);
  }

  /** Never a smooth scroll: whoever presses j ten times wants to be there. */
  #go(item: Item | undefined): Item | undefined {
    if (!item) return undefined;
    this.#last = item.id;
    item.element.scrollIntoView({ block: 'center', behavior: 'instant' });
    this.page.focus(item.element);
    return item;
  }
}
