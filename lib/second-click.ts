const controls = 'button, a, input, select, textarea, label, summary, [role="option"]';

/** The control on which a series of clicks began, by the window they are in. */
const series = new WeakMap<Window, { first: Element | undefined }>();

/**
 * Swallows the second click of a double click, and the third of a triple one, where the first was on a
 * control and changed what is under the pointer: it would press another button, or a link of the page
 * below. A quick second click on the same control counts.
 * @param root What the first click is in: a shadow root, or a page of our own.
 */
export function swallowSecondClicks(root: ShadowRoot | Document, window: Window): void {
  const own = series.get(window) ?? watch(window);
  root.addEventListener(
    'click',
    (event) => {
      if ((event as MouseEvent).detail <= 1) own.first = controlOf(event);
    },
    { capture: true },
  );
}

/** Looks at every click before it is inside of a root, and before most scripts of the page do. */
function watch(window: Window): { first: Element | undefined } {
  const own: { first: Element | undefined } = { first: undefined };
  const onClick = (event: MouseEvent): void => {
    if (event.detail <= 1) own.first = undefined;
    else if (own.first && own.first !== controlOf(event)) {
      event.preventDefault();
      event.stopImmediatePropagation();
    }
  };
  window.addEventListener('click', onClick, { capture: true });
  series.set(window, own);
  return own;
}

/** The control that was clicked, within an open shadow root as well. */
function controlOf(event: Event): Element | undefined {
  const path = event.composedPath();
  return path.find((node): node is Element => node instanceof Element && node.matches(controls));
}
