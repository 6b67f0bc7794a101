import { isLayerOpen } from '../../../components/ui/layers';
import type { PaperId } from '../../../papers/paper';

interface Awaited {
  readonly id: PaperId;
  /** What had the focus when it was asked for. */
  readonly focused: Element | null;
}

/** The links of the rows that are drawn, which take the keyboard's focus. */
export class RowLinks {
  readonly #links = new Map<PaperId, HTMLElement>();
  #awaited: Awaited | undefined;

  /** Notes the link of a row; it gets the focus that waits for it. */
  hold(id: PaperId, link: HTMLElement): void {
    this.#links.set(id, link);
    const awaited = this.#awaited;
    if (awaited?.id !== id) return;
    this.#awaited = undefined;
    if (!hasGoneOn(awaited)) focusOn(link);
  }

  /** Notes that a link is no longer that of a row. */
  drop(id: PaperId, link: HTMLElement): void {
    if (this.#links.get(id) === link) this.#links.delete(id);
  }

  /**
   * Gives the focus to the row of a paper, as soon as it is drawn, unless the reader has gone on elsewhere then.
   * @param id Of two calls the later one counts; without one, none does.
   */
  focus(id: PaperId | undefined): void {
    const link = id === undefined ? undefined : this.#links.get(id);
    this.#awaited = id === undefined || link ? undefined : { id, focused: document.activeElement };
    if (link) focusOn(link);
  }

  /** Gives the focus to the first of some rows that is drawn. */
  focusFirst(ids: readonly PaperId[]): void {
    const id = ids.find((id) => this.#links.has(id));
    const link = id === undefined ? undefined : this.#links.get(id);
    if (link) focusOn(link);
  }
}

function hasGoneOn({ focused }: Awaited): boolean {
  const { activeElement, body } = document;
  return isLayerOpen() || (activeElement !== focused && activeElement !== body);
}

function focusOn(link: HTMLElement): void {
  link.focus({ preventScroll: true });
}
