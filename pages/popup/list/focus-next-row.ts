import type { RefObject } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { Row, RowButton, RowRefs } from './row-refs';

interface Place {
  readonly row: Row;
  readonly index: number;
  readonly button: RowButton;
}

const buttons = ['open', 'status', 'save', 'dismiss'] as const satisfies readonly RowButton[];

function placeOf(list: HTMLElement, rows: RowRefs, target: EventTarget | null): Place | undefined {
  const row = target instanceof Node ? rows.around(target) : undefined;
  if (!row) return undefined;
  const button = buttons.find((name) => row[name].current === target) ?? 'open';
  return { row, index: rows.drawn(list).indexOf(row), button };
}

/**
 * Shows nothing. When the focused row leaves the list, the focus goes to the row that takes its place, to the same
 * button where there is one, so that a reader at the keyboard can go on.
 */
export function FocusNextRow(props: {
  /** What the rows are in. */
  readonly list: RefObject<HTMLElement | null>;
  readonly rows: RowRefs;
  readonly papers: readonly unknown[];
}): null {
  const { list: ref, rows, papers } = props;
  const place = useRef<Place | undefined>(undefined);
  useLayoutEffect(() => {
    const list = ref.current;
    if (!list) return;
    const onIn = ({ target }: Event) => {
      place.current = placeOf(list, rows, target);
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
  }, [ref, rows]);
  useLayoutEffect(() => {
    const list = ref.current;
    const lost = place.current;
    if (!list || !lost || document.activeElement !== document.body) return;
    const drawn = rows.drawn(list);
    if (drawn.includes(lost.row)) return;
    const row = drawn[Math.min(lost.index, drawn.length - 1)];
    (row?.[lost.button].current ?? row?.open.current)?.focus();
  }, [papers, ref, rows]);
  return null;
}
