/** How soon after a click, in ms, another one on its place is no new wish: the place has hardly been read again. */
export const secondClickWithin = 600;
/** How far a hand that rests moves the pointer, in pixels. */
const rests = 8;

interface Click {
  readonly control: Element;
  /** What the control did then: one that stays may come to do another thing. */
  readonly does: string | null;
  readonly event: MouseEvent;
}

/**
 * Swallows a click that follows another on its place where the first changed what is under the pointer: it would press
 * another button, or a link of the page below. That is the second of a double click and the third of a triple one,
 * however slow the reader has set them, and any that comes within `secondClickWithin`. A quick second click on the
 * same control counts, while it does the same.
 * @param selector Of what is ours; a first click elsewhere is none of our business.
 */
export function swallowSecondClicks(selector: string): void {
  let first: Click | undefined;
  const onClick = (event: MouseEvent): void => {
    // Within open shadow roots as well; and before it is inside of them.
    const [target] = event.composedPath() as Element[];
    const control = target?.closest('a, button, label, summary') ?? target;
    if (!control) return;
    const does = control.getAttribute('data-action');
    const isOther = first && (first.control !== control || first.does !== does);
    if (first && isOther && isSecond(event, first.event)) {
      event.preventDefault();
      event.stopImmediatePropagation();
    } else
      first = (event.target as Element).closest(selector) ? { control, does, event } : undefined;
  };
  addEventListener('click', onClick, true);
}

function isSecond(event: MouseEvent, first: MouseEvent): boolean {
  // Keys and assistive tools click without a pointer, and so without a place.
  if (event.detail !== 1 || !first.clientX) return event.detail > 1;
  const isNear = Math.hypot(event.clientX - first.clientX, event.clientY - first.clientY) <= rests;
  return isNear && event.timeStamp - first.timeStamp < secondClickWithin;
}
