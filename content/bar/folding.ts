import type { SharedPage } from '../page/shared-page';
import type { Item } from './layout-items';
import type { Fold } from './page-counts';

/** Says on an element why it may be folded away; page.css does so where `hideName` names that reason. */
const foldName = 'data-offprint-fold';
const hideName = 'data-offprint-hide';

/** Folds cards away by attributes alone, and takes every trace of that back. */
export class Folding {
  readonly #folded = new Set<HTMLElement>();

  constructor(
    private readonly document: Document,
    private readonly page: SharedPage,
  ) {}

  /** Notes on each card, and on its control where that stands elsewhere, why it may be folded away. */
  show(items: readonly Item[], foldOf: (item: Item) => Fold | undefined): void {
    const shown = new Set<HTMLElement>();
    for (const one of items) {
      const fold = foldOf(one);
      if (!fold) continue;
      for (const element of [one.item, this.page.controlOf(one.element)]) {
        if (!element) continue;
        shown.add(element);
        this.#folded.add(element);
        if (element.getAttribute(foldName) !== fold) element.setAttribute(foldName, fold);
      }
    }
    for (const element of this.#folded) if (!shown.has(element)) this.#unfold(element);
  }

  /** Folds away for these reasons from now on. */
  hide(reasons: readonly Fold[]): void {
    const root = this.document.documentElement;
    if (reasons.length === 0) root.removeAttribute(hideName);
    else root.setAttribute(hideName, reasons.join(' '));
  }

  /** Leaves the page as it was. */
  remove(): void {
    this.hide([]);
    for (const element of [...this.#folded]) this.#unfold(element);
  }

  #unfold(element: HTMLElement): void {
    element.removeAttribute(foldName);
    this.#folded.delete(element);
  }
}
