/**
 * Swallows the second click of a double click, and the third of a triple one, where the first changed
 * what is under the pointer: it would press another button, or a link of the page below. A quick
 * second click on the same control counts.
 * @param selector Of what is ours; a first click elsewhere is none of our business.
 */
export function swallowSecondClicks(selector: string): void {
  let first: Element | null | undefined;
  const onClick = (event: MouseEvent): void => {
    // Within open shadow roots as well; and before it is inside of them.
    const [target] = event.composedPath() as Element[];
    const control = target?.closest('a, button, label, summary') ?? target;
    if (event.detail < 2) first = (event.target as Element).closest(selector) && control;
    else if (first && first !== control) {
      event.preventDefault();
      event.stopImmediatePropagation();
    }
  };
  addEventListener('click', onClick, true);
}
