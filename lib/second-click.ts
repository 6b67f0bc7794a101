const controls = 'button, a, input, select, textarea, label, summary, [role="option"]';

/**
 * Swallows the second click of a double click, and the third of a triple one, where the first was on a
 * control and changed what is under the pointer: it would press another button, or a link of the page
 * below. A quick second click on the same control counts.
 * @param isOurs Tells whether a click is on something of ours; all are, unless told. Called with
 *   everything that the click went through.
 */
export function swallowSecondClicks(
  window: Window,
  isOurs: (node: EventTarget) => boolean = () => true,
  signal?: AbortSignal,
): void {
  let first: Element | undefined;
  const onClick = (event: MouseEvent): void => {
    // Within open shadow roots as well; and before it is inside of them.
    const path = event.composedPath();
    const control = path.find(
      (node): node is Element => node instanceof Element && node.matches(controls),
    );
    if (event.detail <= 1) first = path.some(isOurs) ? control : undefined;
    else if (first && first !== control) {
      event.preventDefault();
      event.stopImmediatePropagation();
    }
  };
  window.addEventListener('click', onClick, { capture: true, ...(signal && { signal }) });
}
