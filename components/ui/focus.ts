import type { RefObject } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';

interface Place {
  readonly id: string;
  readonly index: number;
  readonly action: string;
}

function placeOf(list: HTMLElement, target: EventTarget | null): Place | undefined {
  const element = target instanceof HTMLElement ? target : undefined;
  const row = element?.closest<HTMLElement>('[data-paper]');
  if (!row?.dataset.paper) return undefined;
  const index = [...list.querySelectorAll('[data-paper]')].indexOf(row);
  return { id: row.dataset.paper, index, action: element?.dataset.action ?? 'open' };
}

/**
 * Shows nothing. When the focused row leaves the list, the focus goes to the row that takes its place, to the same
 * control where there is one, so that a reader at the keyboard can go on.
 */
export function FocusKept(props: {
  /** What the rows are in. */
  readonly list: RefObject<HTMLElement | null>;
  readonly papers: readonly unknown[];
}): null {
  const { list: ref, papers } = props;
  const place = useRef<Place | undefined>(undefined);
  useLayoutEffect(() => {
    const list = ref.current;
    if (!list) return;
    const onIn = ({ target }: Event) => {
      place.current = placeOf(list, target);
    };
    const onOut = ({ target }: Event) => {
      const element = target as HTMLElement;
      setTimeout(() => {
        const hasLeft = element.isConnected && document.activeElement !== document.body;
        if (hasLeft && !list.contains(document.activeElement)) place.current = undefined;
      });
    };
    list.addEventListener('focusin', onIn);
    list.addEventListener('focusout', onOut);
    return () => {
      list.removeEventListener('focusin', onIn);
      list.removeEventListener('focusout', onOut);
    };
  }, [ref]);
  useLayoutEffect(() => {
    const list = ref.current;
    const lost = place.current;
    if (!list || !lost || document.activeElement !== document.body) return;
    if (list.querySelector(`[data-paper="${CSS.escape(lost.id)}"]`)) return;
    const rows = list.querySelectorAll<HTMLElement>('[data-paper]');
    const row = rows[Math.min(lost.index, rows.length - 1)];
    const same = row?.querySelector<HTMLElement>(`[data-action="${lost.action}"]`);
    (same ?? row?.querySelector<HTMLElement>('button'))?.focus();
  }, [papers, ref]);
  return null;
}
