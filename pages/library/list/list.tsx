import type { JSX, RefObject } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { isLayerOpen } from '../../../components/ui/layers';
import { type ListHandle, VirtualList } from '../../../components/ui/virtual-list';
import { text } from '../../../lib/text';
import type { PaperRecord } from '../../../papers/record';
import { byId, reasonOf } from '../../../wording/rules';
import { writeAddress } from '../address';
import type { LibraryContext } from '../library-context';
import { readInPane } from '../reading/in-pane';
import { LibraryRow } from './library-row';
import { rowHeights } from './room';

const day = 86_400_000;

/** Whether the reader is elsewhere: in a window, in the search box again, or in the pane of the paper already. */
function isElsewhere({ service, searchBox }: LibraryContext, id: string): boolean {
  const { activeElement } = document;
  const shown = service.pane.value;
  const isInPane = shown?.id === id && shown.element.contains(activeElement);
  return isLayerOpen() || isInPane || searchBox.current?.contains(activeElement) === true;
}

/** Keeps the row under the cursor in view, and the keyboard's focus on it. */
function useCursor(context: LibraryContext, handle: RefObject<ListHandle | null>): void {
  const { service, rowLinks } = context;
  const { listing } = service.state;
  const paper = service.state.paper.value;
  const { ids, asked: list } = listing.value ?? {};
  const shown = useRef(list);
  useEffect(() => {
    if (shown.current !== list && paper === undefined) handle.current?.toTop();
    shown.current = list;
  }, [handle, list, paper]);
  useEffect(() => {
    const index = paper === undefined ? -1 : (ids?.indexOf(paper) ?? -1);
    if (index !== -1) handle.current?.reveal(index);
  }, [handle, paper, ids]);
  const last = useRef(paper);
  useEffect(() => {
    const isLost = document.activeElement === document.body;
    const id = paper ?? (isLost ? last.current : undefined);
    last.current = paper;
    rowLinks.focus(id === undefined || isElsewhere(context, id) ? undefined : id);
  }, [paper]);
}

/** The papers that were found. */
export function List({ context }: { readonly context: LibraryContext }): JSX.Element | null {
  const { service, commands, selection, isSelecting, rowLinks } = context;
  const { listing, records, marks, selected, rules } = service.state;
  const { likely } = service;
  const opened = service.state.paper.value;
  const handle = useRef<ListHandle>(null);
  useCursor(context, handle);
  const shown = listing.value;
  if (!shown) return null;
  // By the day, since every row is drawn anew when it changes.
  const now = Math.floor(Date.now() / day) * day;
  // Of what is shown, not of the page's address: that is ahead while a search is made.
  const { place } = shown;
  const query = place.query.trim();
  const known = byId(rules.value);
  const reasonFor = (paper: PaperRecord | undefined) => paper && reasonOf(paper, known);
  const isQueue = query === 'is:queued' && place.order === 'queue';
  return (
    <>
      <h2 class="unseen">{text('listName')}</h2>
      <VirtualList
        name={text('listName')}
        ids={shown.ids}
        rowHeight={query ? rowHeights.found : rowHeights.plain}
        handle={handle}
        onRange={(ids) => service.need(ids)}
        row={(id, index) => (
          <LibraryRow
            links={rowLinks}
            paper={records.value.get(id)}
            marks={marks.value.get(id)}
            reason={reasonFor(records.value.get(id))}
            likely={likely}
            widens={shown.widening?.has(id) === true}
            address={writeAddress({ view: 'list', ...place, paper: id })}
            now={now}
            isCurrent={opened === id}
            isTabStop={opened === undefined ? index === 0 : opened === id}
            isSelected={selected.value.has(id)}
            isSelecting={isSelecting.value || selected.value.size > 0}
            onOpen={(isKey) => {
              void service.open(id, 'push');
              if (isKey) void readInPane(service);
            }}
            isOrderable={isQueue}
            onDrop={(dropped) => void commands.queueBefore(dropped, id)}
            onSelect={(isRange) => (isRange ? selection.extend(id) : selection.toggle(id))}
          />
        )}
      />
    </>
  );
}
