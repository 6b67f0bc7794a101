import type { JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';

interface Props {
  readonly onMore: () => void;
  /** How many papers the list has so far. */
  readonly length: number;
}

/** Asks for more of a list when it comes within two screens. */
export function ListEnd({ onMore, length }: Props): JSX.Element {
  const ref = useRef<HTMLDivElement>(null);
  const latest = useRef(onMore);
  latest.current = onMore;
  useEffect(() => {
    const observer = new IntersectionObserver(
      (entries) => entries.some(({ isIntersecting }) => isIntersecting) && latest.current(),
      { root: ref.current?.closest('.scroller') ?? null, rootMargin: '800px' },
    );
    if (ref.current) observer.observe(ref.current);
    return () => observer.disconnect();
  }, [length]);
  return <div ref={ref} class="end" />;
}
