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
  readonly card: HTMLElement;
  readonly x: number;
  readonly y: number;
  readonly pointerId: number;
}

/**
 * Lets a finger or pen draw the card on top to a side; the card follows it, and is put back when the
 * finger does not go far enough or goes up or down, which scrolls. A mouse selects text as ever.
 * Listens on the area that holds the cards: a card that has just come on top is not yet what a browser
 * finds under a finger. A card that goes while a finger draws it is let go, and nothing is decided.
 */
export function useSwipe(
  area: RefObject<HTMLElement | null>,
  top: RefObject<HTMLElement | null>,
  { onLeft, onRight }: Swipes,
): void {
  useLayoutEffect(() => {
    const element = area.current;
    if (!element) return;
    const stop = new AbortController();
    let start: Start | undefined;
    const end = () => {
      if (start) follow(start.card, 0);
      start = undefined;
    };
    const listen = (name: 'pointerdown' | 'pointermove' | 'pointerup', act: Handler) =>
      element.addEventListener(name, act, { signal: stop.signal });
    listen('pointerdown', ({ pointerType, isPrimary, clientX, clientY, pointerId }) => {
      if (pointerType === 'mouse' || !isPrimary || !top.current) return;
      start = { card: top.current, x: clientX, y: clientY, pointerId };
    });
    listen('pointermove', (event) => {
      const by = movedBy(start, event);
      if (!start || by === undefined) return;
      if (!element.hasPointerCapture(event.pointerId)) element.setPointerCapture(event.pointerId);
      follow(start.card, by);
    });
    listen('pointerup', (event) => {
      const by = start?.card === top.current ? (movedBy(start, event) ?? 0) : 0;
      end();
      if (by <= -enough) onLeft();
      else if (by >= enough) onRight();
    });
    element.addEventListener('pointercancel', end, { signal: stop.signal });
    return () => {
      stop.abort();
      end();
    };
  }, [area, top, onLeft, onRight]);
}

/** Shows a card so far to the side, in px, and what letting go would do. */
function follow(card: HTMLElement, by: number): void {
  card.style.transform = by ? `translateX(${by}px)` : '';
  card.dataset.swipe = Math.abs(by) < enough ? '' : by < 0 ? 'left' : 'right';
}

type Handler = (event: PointerEvent) => void;

/** How far a pointer went to the side; `undefined` when it did not, or is another one. */
function movedBy(start: Start | undefined, event: PointerEvent): number | undefined {
  if (!start || start.pointerId !== event.pointerId) return undefined;
  const [x, y] = [event.clientX - start.x, event.clientY - start.y];
  return Math.abs(x) > slack && Math.abs(x) > Math.abs(y) ? x : undefined;
}
