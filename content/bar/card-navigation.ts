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
   * The next card for which something holds, or with -1 the one before, from the one where the reader was last.
   * @param turns Whether the first one follows the last.
   * @returns `undefined` at the end.
   */
  find(by: 1 | -1, holds: (item: Item) => boolean, turns = false): Item | undefined {
    const items = this.layout.visible();
    const at = this.#at(items);
    if (by < 0) return items.slice(0, Math.max(at, 0)).findLast(holds);
    return [...items.slice(at + 1), ...(turns ? items.slice(0, at + 1) : [])].find(holds);
  }

  /** The card that takes the place of the current one when that is folded away. */
  successor(): Item | undefined {
    const items = this.layout.visible();
    const at = this.#at(items);
    return items[at + 1] ?? items[at - 1];
  }

  /** Goes back to a paper's card, which stays where it is on the screen if it can be seen there. */
  goTo(id: PaperId): void {
    const item = this.layout.visible().find((one) => one.id === id);
    if (item) this.go(item, true, 'nearest');
  }

  /**
   * Goes to a card. Never a smooth scroll: whoever presses j ten times wants to be there.
   * @param focus Whether with the real focus, or with a mark alone while the focus is beside the page.
   */
  go(item: Item, focus = true, block: ScrollLogicalPosition = 'center'): void {
    this.#last = item.id;
    item.element.scrollIntoView({ block, behavior: 'instant' });
    this.page.mark(item.element);
    if (focus) this.page.focus(item.element);
  }

  /** Notes that the reader is at a paper's card, which stays where it is on the screen. */
  stay(id: PaperId): void {
    this.#last = id;
    this.page.mark(this.layout.visible().find((one) => one.id === id)?.element);
  }

  #at(items: readonly Item[]): number {
    const here = this.current()?.id ?? this.#last;
    return items.findIndex(({ id }) => id === here);
  }
}
