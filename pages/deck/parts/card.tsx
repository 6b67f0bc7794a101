import type { ComponentChildren, JSX, RefObject } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { PaperId } from '../../../papers/paper';

/** A card of the deck. Give it the paper's id as `key`, so that one made ready is not made again. */
interface CardProps {
  readonly id: PaperId;
  /** Whether it is the one on top; the next one is made ready out of sight and reach. */
  readonly isTop: boolean;
  /** Set to what scrolls, while it is on top. */
  readonly scroller: RefObject<HTMLElement | null>;
  readonly children: ComponentChildren;
}

/** One paper, large. It scrolls by itself. */
export function Card({ id, isTop, scroller, children }: CardProps): JSX.Element {
  const own = useRef<HTMLElement>(null);
  useLayoutEffect(() => {
    if (isTop) scroller.current = own.current;
  }, [isTop]);
  return (
    <article
      ref={own}
      class="paper-card"
      inert={!isTop}
      aria-labelledby={isTop ? `title-of-${id}` : undefined}
      data-paper={id}
    >
      {children}
    </article>
  );
}
