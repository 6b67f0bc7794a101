import type { RefObject } from 'preact';
import { useLayoutEffect } from 'preact/hooks';

/** How far a finger must move before the paper follows it, and before letting go decides, in px. */
const slack = 10;
const enough = 90;

interface Swipes {
  readonly onLeft: () => void;
  readonly onRight: () => void;
}

interface Start {
  readonly x: number;
  readonly y: number;
  readonly pointerId: number;
}

/**
 * Lets a finger or pen draw an element to a side; the element follows it, and is put back when the
 * finger does not go far enough or goes up or down, which scrolls. A mouse selects text as ever.
 */
export function useSwipe(ref: RefObject<HTMLElement | null>, { onLeft, onRight }: Swipes): void {
  useLayoutEffect(() => {
    const element = ref.current;
    if (!element) return;
    const stop = new AbortController();
    let start: Start | undefined;
    const follow = (by: number) => {
      element.style.transform = by ? `translateX(${by}px)` : '';
      element.dataset.swipe = Math.abs(by) < enough ? '' : by < 0 ? 'left' : 'right';
    };
    const end = () => {
      start = undefined;
      follow(0);
    };
    const listen = (name: 'pointerdown' | 'pointermove' | 'pointerup', act: Handler) =>
      element.addEventListener(name, act, { signal: stop.signal });
    listen('pointerdown', ({ pointerType, isPrimary, clientX, clientY, pointerId }) => {
      if (pointerType === 'mouse' || !isPrimary) return;
      start = { x: clientX, y: clientY, pointerId };
    });
    listen('pointermove', (event) => {
      const by = movedBy(start, event);
      if (by === undefined) return;
      if (!element.hasPointerCapture(event.pointerId)) element.setPointerCapture(event.pointerId);
      follow(by);
    });
    listen('pointerup', (event) => {
      const by = movedBy(start, event) ?? 0;
      end();
      if (by <= -enough) onLeft();
      else if (by >= enough) onRight();
    });
    element.addEventListener('pointercancel', end, { signal: stop.signal });
    return () => {
      stop.abort();
      end();
    };
  }, [ref, onLeft, onRight]);
}

type Handler = (event: PointerEvent) => void;

/** How far a pointer went to the side; `undefined` when it did not, or is another one. */
function movedBy(start: Start | undefined, event: PointerEvent): number | undefined {
  if (!start || start.pointerId !== event.pointerId) return undefined;
  const [x, y] = [event.clientX - start.x, event.clientY - start.y];
  return Math.abs(x) > slack && Math.abs(x) > Math.abs(y) ? x : undefined;
}
