import type { JSX, RefObject } from 'preact';
import { useRef } from 'preact/hooks';
import { PaperList } from '../../../components/paper/paper-list';
import { PaperRow } from '../../../components/paper/paper-row';
import { NothingSaved } from '../../../components/ui/empty';
import { text } from '../../../lib/text';
import type { PaperRecord } from '../../../papers/record';
import type { RowActions } from '../features';
import type { LazyParts } from '../lazy-parts';
import type { PopupService } from '../service';
import { listHeight } from './room';

/** How the rows of the popup's lists are drawn. */
export interface RowsProps {
  readonly service: PopupService;
  readonly actions: RowActions;
  /** What is drawn of them once it is loaded. */
  readonly later:
    | Pick<
        LazyParts,
        | 'found'
        | 'news'
        | 'rules'
        | 'papers'
        | 'rows'
        | 'FocusNextRow'
        | 'ListEnd'
        | 'Opened'
        | 'NoMatch'
        | 'QuickActions'
        | 'StatusButton'
        | 'remarks'
        | 'likely'
      >
    | undefined;
}

function NothingHere({ service, later }: RowsProps): JSX.Element | null {
  const { tab, query, filter } = service.state;
  if (tab.value === 'new') return null;
  if (query.value.trim() || Object.keys(filter.value).length > 0)
    return later ? (
      <later.NoMatch onClear={() => void service.show({ query: '', filter: {} })} />
    ) : null;
  return <NothingSaved />;
}

/** One paper of a list of the popup. */
export function row(
  { service, actions, later }: RowsProps,
  paper: PaperRecord,
  now: number,
): JSX.Element {
  const opened = service.state.opened.value;
  const refs = later?.rows.of(paper.id);
  return (
    <PaperRow
      key={paper.id}
      refs={refs}
      paper={paper}
      title={later?.found.title(paper)}
      line={later?.found.line(paper)}
      remarks={later?.remarks(paper)}
      now={now}
      isOpen={opened?.id === paper.id}
      onToggle={actions.toggle}
      quick={later && <later.QuickActions refs={refs} paper={paper} onDecide={actions.decide} />}
      status={
        later && (
          <later.StatusButton button={refs?.status} paper={paper} onStatus={actions.setStatus} />
        )
      }
    >
      {later && refs && (
        <later.Opened
          service={service}
          papers={later.papers}
          row={refs}
          rules={later.rules}
          likely={later.likely}
          paper={paper}
          opened={opened?.id === paper.id ? opened : undefined}
        />
      )}
    </PaperRow>
  );
}

/** The current list, or what to do when it is empty. */
export function ListPanel(
  props: RowsProps & {
    /** How far down it is seen, in CSS pixels. */
    readonly top: number;
    /** What it is scrolled in. */
    readonly scroller: RefObject<HTMLElement | null>;
  },
): JSX.Element | null {
  const { service, later } = props;
  const list = useRef<HTMLDivElement>(null);
  const { listing, place, paper } = service.state;
  const shown = listing.value;
  if (!shown) return null;
  if (!shown.papers.length && !shown.next) return <NothingHere {...props} />;
  const now = Date.now();
  const { tab } = place.value;
  // What stands above is not listed again.
  const above = new Set([paper.value?.id, ...(tab === 'new' ? (later?.news.above() ?? []) : [])]);
  const open = service.state.opened.value?.id;
  const papers = shown.papers.filter(({ id }) => id === open || !above.has(id));
  return (
    <>
      <PaperList
        key={tab}
        list={list}
        name={text(tab === 'new' ? 'tabNew' : 'tabSaved')}
        papers={papers}
        hasMore={shown.next !== undefined}
        isByDay={tab === 'new' && !shown.widening}
        height={listHeight() + props.top}
        now={now}
        end={
          later && (
            <later.ListEnd
              scroller={props.scroller}
              onMore={props.actions.more}
              length={shown.papers.length}
            />
          )
        }
        row={(paper) => row(props, paper, now)}
      />
      {later && <later.FocusNextRow list={list} rows={later.rows} papers={shown.papers} />}
    </>
  );
}
