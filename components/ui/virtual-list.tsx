import {
  elementScroll,
  observeElementOffset,
  observeElementRect,
  Virtualizer,
} from '@tanstack/virtual-core';
import type { JSX, RefObject } from 'preact';
import {
  useCallback,
  useEffect,
  useImperativeHandle,
  useLayoutEffect,
  useReducer,
  useRef,
  useState,
} from 'preact/hooks';
import { painted } from '../../lib/painted';
import { Slots } from './slots';

/** What moves the list from outside. */
export interface ListHandle {
  /** Brings a row into view, by the shortest way. */
  reveal(index: number): void;
  /** Goes back to the top. */
  toTop(): void;
}

/** A list of which only the rows in view are in the document. */
export interface VirtualListProps {
  readonly name: string;
  readonly ids: readonly string[];
  /** The usual height of a row, in CSS pixels, until it was measured. */
  readonly rowHeight: number;
  readonly handle: RefObject<ListHandle | null>;
  /** Tells which rows are in view, or soon will be; resolves when they can be drawn. */
  readonly onRange: (ids: readonly string[]) => Promise<void>;
  /** Gives the content of a row. */
  readonly row: (id: string, index: number) => JSX.Element;
}

/** How many rows before and after those in view are drawn. */
export const overscan = 8;

/** Until the list was measured: rows are drawn with it, not after it. */
const initialRect = { width: innerWidth, height: innerHeight };

type Lists = Virtualizer<HTMLDivElement, HTMLLIElement>;

/**
 * The height of a row as its observer tells it, still before the frame is painted: to ask a new row
 * itself would lay the page out once more for each of them.
 */
function heightOf(row: HTMLLIElement, entry: ResizeObserverEntry | undefined, list: Lists): number {
  const [box] = entry?.borderBoxSize ?? [];
  if (box) return Math.round(box.blockSize);
  const index = list.indexFromElement(row);
  const { getItemKey, estimateSize } = list.options;
  return list.itemSizeCache.get(getItemKey(index)) ?? estimateSize(index);
}

/** The virtualizer of TanStack, redrawing this component as it scrolls. */
function useVirtualizer(
  props: VirtualListProps,
  scroller: RefObject<HTMLDivElement | null>,
): Lists {
  const [, redraw] = useReducer((count: number) => count + 1, 0);
  const { ids, rowHeight } = props;
  // The same functions as long as the list is the same: with other ones every row is placed anew.
  const estimateSize = useCallback(() => rowHeight, [rowHeight]);
  const getItemKey = useCallback((index: number) => ids[index] ?? index, [ids]);
  const options = {
    count: ids.length,
    getScrollElement: () => scroller.current,
    estimateSize,
    getItemKey,
    overscan,
    initialRect,
    measureElement: heightOf,
    observeElementRect,
    observeElementOffset,
    scrollToFn: elementScroll,
    onChange: () => redraw(undefined),
  };
  const [list] = useState(() => new Virtualizer<HTMLDivElement, HTMLLIElement>(options));
  list.setOptions(options);
  useLayoutEffect(() => list._didMount(), [list]);
  useLayoutEffect(() => list._willUpdate());
  return list;
}

interface PlaceProps {
  readonly list: Lists;
  readonly slots: Slots;
  readonly slot: number;
  readonly id: string;
  readonly index: number;
  readonly count: number;
  readonly start: number;
  readonly children: JSX.Element;
}

/** The element of a row, and of other ones after it; see `Slots`. */
function Place({ list, slots, slot, id, index, count, start, children }: PlaceProps): JSX.Element {
  const ref = useRef<HTMLLIElement>(null);
  useLayoutEffect(() => {
    slots.hold(slot, ref.current);
    return () => slots.hold(slot, null);
  }, [slots, slot]);
  useLayoutEffect(() => {
    list.measureElement(ref.current);
    // Another row is measured by its own height, even if it takes this element over.
    return () => void list.elementsCache.delete(id);
  }, [list, id]);
  return (
    <li
      ref={ref}
      data-index={index}
      data-paper={id}
      aria-setsize={count}
      aria-posinset={index + 1}
      style={{ transform: `translateY(${start}px)` }}
    >
      {children}
    </li>
  );
}

/** How long a list must rest before its elements are put in order, in ms: several slow frames. */
const stillness = 300;

/** Puts the elements of a list in order; not while it moves, since to move one costs as much as to draw it. */
function useArranged(
  slots: Slots,
  shown: readonly string[],
  isWhole: boolean,
  isMoving: boolean,
): void {
  const latest = useRef(shown);
  latest.current = shown;
  const rows = `${shown.join('\n')}${isWhole}`;
  const wasMoving = useRef(false);
  useLayoutEffect(() => {
    const isLate = isMoving || wasMoving.current;
    wasMoving.current = isMoving;
    if (!isLate) slots.arrange(latest.current);
    if (!isLate) return;
    const timer = setTimeout(() => slots.arrange(latest.current), stillness);
    return () => clearTimeout(timer);
  }, [slots, rows, isMoving]);
}

/**
 * Of another list the rows in view are drawn first: those around them, which nobody sees yet, once these are painted
 * and `onRange` has resolved.
 * @returns Whether all of them are to be drawn.
 */
function useRows({ ids, onRange }: VirtualListProps, shown: readonly string[]): boolean {
  const [whole, setWhole] = useState<readonly string[]>();
  const isWhole = whole === ids;
  useEffect(() => {
    if (isWhole) return void onRange(shown);
    let isLatest = true;
    const onPainted = async () => {
      if (isLatest) await onRange(shown);
      if (isLatest) setWhole(ids);
    };
    void painted().then(onPainted);
    return () => {
      isLatest = false;
    };
  }, [shown[0], shown.at(-1), shown.length, ids]);
  return isWhole;
}

/** Rows with their positions told ("7 of 20,000"), drawn as they come into view. */
export function VirtualList(props: VirtualListProps): JSX.Element {
  const { ids } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const list = useVirtualizer(props, scroller);
  const [slots] = useState(() => new Slots());
  useImperativeHandle(props.handle, () => ({
    reveal: (index) => list.scrollToIndex(index, { align: 'auto' }),
    toTop: () => list.scrollToOffset(0),
  }));
  const rows = list.getVirtualItems();
  const shown = rows.map(({ index }) => ids[index] ?? '');
  const numbers = slots.assign(shown);
  const isWhole = useRows(props, shown);
  useArranged(slots, shown, isWhole, list.isScrolling);
  const { startIndex = 0, endIndex = 0 } = list.range ?? {};
  /** What each element holds. */
  const held = useRef<ReadonlyMap<number, JSX.Element>>(new Map());
  const places = rows.flatMap(({ index, start }, at) => {
    const [id = '', slot = 0] = [shown[at], numbers[at]];
    const isDrawn = isWhole || (index >= startIndex && index <= endIndex);
    const content = isDrawn ? props.row(id, index) : held.current.get(slot);
    return content ? [{ id, slot, index, start, content }] : [];
  });
  held.current = new Map(places.map(({ slot, content }) => [slot, content]));
  return (
    <div ref={scroller} class="scroller" data-list>
      <ul
        class="rows"
        aria-label={props.name}
        aria-busy={!isWhole}
        style={{ height: `${list.getTotalSize()}px` }}
      >
        {places
          .sort((one, other) => one.slot - other.slot)
          .map(({ content, slot, ...place }) => (
            <Place key={slot} {...{ list, slots, slot }} {...place} count={ids.length}>
              {content}
            </Place>
          ))}
      </ul>
    </div>
  );
}
