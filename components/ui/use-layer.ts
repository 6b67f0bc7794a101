import type { RefObject } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { dropLayer, type Layer, layerInUse, openLayer } from './layers';

const field = ':is(input:not([type=radio], [type=checkbox], [type=range]), textarea):enabled';
const control = ':is(button, select, input, textarea):enabled, a[href], summary, [tabindex]';

/**
 * Makes an element what has the keys for as long as it is shown, a dialog as a window of its own. It
 * takes the focus: its first field with what is in it selected, else its first control. Escape closes
 * it, and the focus that is in it when it goes is given back to where it was.
 * @param onClose Takes the element away.
 * @param first Takes the focus instead, where it is drawn.
 */
export function useLayer(
  ref: RefObject<HTMLElement | null>,
  onClose: () => void,
  first?: RefObject<HTMLElement | null>,
): void {
  const close = useRef(onClose);
  close.current = onClose;
  useLayoutEffect(() => {
    const element = ref.current;
    if (!element) return undefined;
    const back = wayBack(element);
    if (element instanceof HTMLDialogElement) element.showModal();
    const layer: Layer = { element, close: () => close.current() };
    document.addEventListener('keydown', closeByKey);
    openLayer(layer);
    enter(element, first?.current);
    return () => {
      dropLayer(layer);
      const hadFocus = element.contains(document.activeElement);
      // When all of the page is drawn: what opened it may be drawn anew as well.
      if (hadFocus) queueMicrotask(back);
    };
  }, []);
}

function closeByKey(event: KeyboardEvent): void {
  if (event.key !== 'Escape' || event.defaultPrevented || event.isComposing) return;
  const layer = layerInUse();
  if (!layer) return;
  event.preventDefault();
  layer.close();
}

function enter(element: HTMLElement, wanted: HTMLElement | null | undefined): void {
  const found =
    wanted ??
    element.querySelector<HTMLElement>(field) ??
    element.querySelector<HTMLElement>(control);
  (found ?? element).focus();
  if (found instanceof HTMLInputElement && found.matches(field)) found.select();
}

/** Gives the focus to what has it now, unless something else has taken it from the layer. */
function wayBack(element: HTMLElement): () => void {
  const before = document.activeElement;
  if (!(before instanceof HTMLElement) || before === document.body) return () => {};
  return () => {
    const { activeElement } = document;
    if (activeElement !== document.body && !element.contains(activeElement)) return;
    before.focus({ preventScroll: true });
  };
}
