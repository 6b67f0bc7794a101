import type { ComponentChildren, JSX, RefObject } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';

/** What a list and what stands over it are scrolled in. How far belongs to the list: a new one begins at its top. */
export function Scroller(props: {
  /** Which list is shown. */
  readonly place: string;
  /** Draws what is in it, at least as far as the reader had scrolled, in CSS pixels. */
  readonly children: (top: number, scroller: RefObject<HTMLElement | null>) => ComponentChildren;
}): JSX.Element {
  const { place, children } = props;
  const ref = useRef<HTMLDivElement>(null);
  const tops = useRef(new Map<string, number>());
  const top = tops.current.get(place) ?? 0;
  useLayoutEffect(() => {
    if (ref.current) ref.current.scrollTop = top;
  }, [place]);
  return (
    <div
      ref={ref}
      class="scroller"
      onScroll={({ currentTarget: { scrollTop } }) => tops.current.set(place, scrollTop)}
    >
      {children(top, ref)}
    </div>
  );
}
