/** Whether the reader is at work in an element: it has the focus, or text of it is selected. */
function isInUse(element: Element): boolean {
  if (element.contains(document.activeElement)) return true;
  const selection = getSelection();
  return selection?.isCollapsed === false && selection.containsNode(element, true);
}

/**
 * The elements of a list of which only the rows in view are drawn: a row that comes into view takes
 * over the element of one that has left it, since to fill one anew costs less than to make it.
 */
export class Slots {
  readonly #numbers = new Map<string, number>();
  readonly #elements = new Map<number, HTMLElement>();
  /** Those that hold another row than when they were last put in order. */
  readonly #taken = new Set<number>();
  #made = 0;

  /**
   * Gives each row in view an element. Where the reader is at work in one that left, it goes with its row.
   * @param ids The rows in view, each once.
   * @returns The number of each row's element.
   */
  assign(ids: readonly string[]): readonly number[] {
    const inView = new Set(ids);
    const free: number[] = [];
    for (const [id, number] of this.#numbers) {
      if (inView.has(id)) continue;
      this.#numbers.delete(id);
      const element = this.#elements.get(number);
      if (element && !isInUse(element)) free.push(number);
    }
    return ids.map((id) => {
      const number = this.#numbers.get(id) ?? free.pop() ?? this.#next();
      if (!this.#numbers.has(id)) this.#taken.add(number);
      this.#numbers.set(id, number);
      return number;
    });
  }

  /** Notes the element with a number, or that it is gone. */
  hold(number: number, element: HTMLElement | null): void {
    if (element) this.#elements.set(number, element);
    else this.#elements.delete(number);
  }

  /**
   * Puts the elements into the order of their rows, as who hears the list or goes through it with
   * the keyboard meets them. Moves those that hold another row now, and of the others only those
   * that stand in another order; what has the focus keeps it.
   */
  arrange(ids: readonly string[]): void {
    const focused = document.activeElement;
    let after: HTMLElement | null = null;
    let kept: HTMLElement | undefined;
    for (const id of ids.toReversed()) {
      const number = this.#numbers.get(id) ?? 0;
      const element = this.#elements.get(number);
      if (!element) continue;
      if (!this.#taken.has(number) && (!kept || precedes(element, kept))) kept = element;
      else if (element.nextElementSibling !== after)
        element.parentElement?.insertBefore(element, after);
      after = element;
    }
    this.#taken.clear();
    if (focused instanceof HTMLElement && focused !== document.activeElement)
      focused.focus({ preventScroll: true });
  }

  #next(): number {
    this.#made += 1;
    return this.#made;
  }
}

function precedes(one: Element, other: Element): boolean {
  return (one.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
}
