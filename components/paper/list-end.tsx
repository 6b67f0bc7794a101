import type { JSX, RefObject } from 'preact';
import { useEffect, useRef } from 'preact/hooks';

interface Props {
  /** What the list is scrolled in. */
  readonly scroller: RefObject<HTMLElement | null>;
  readonly onMore: () => void;
  /** How many papers the list has so far. */
  readonly length: number;
}

/** Asks for more of a list when it comes within two screens. */
export function ListEnd({ scroller, onMore, length }: Props): JSX.Element {
  const ref = useRef<HTMLDivElement>(null);
  const latest = useRef(onMore);
  latest.current = onMore;
  useEffect(() => {
    const observer = new IntersectionObserver(
      (entries) => entries.some(({ isIntersecting }) => isIntersecting) && latest.current(),
      { root: scroller.current, rootMargin: '800px' },
    );
    if (ref.current) observer.observe(ref.current);
    return () => observer.disconnect();
  }, [length]);
  return <div ref={ref} class="end" />;
}
