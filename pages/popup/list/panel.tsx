import type { JSX } from 'preact';
import { useRef } from 'preact/hooks';
import { PaperList } from '../../../components/paper/paper-list';
import { PaperRow } from '../../../components/paper/paper-row';
import { NoMatch, NothingSaved } from '../../../components/ui/empty';
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
    | Pick<LazyParts, 'found' | 'rules' | 'papers' | 'FocusKept' | 'Opened'>
    | undefined;
}

function NothingHere({ service }: Pick<RowsProps, 'service'>): JSX.Element | null {
  const { tab, query, filter } = service.state;
  if (tab.value === 'new') return null;
  if (query.value.trim() || Object.keys(filter.value).length > 0)
    return <NoMatch onClear={() => void service.show({ query: '', filter: {} })} />;
  return <NothingSaved />;
}

/** One paper of a list of the popup. */
export function row(
  { service, actions, later }: RowsProps,
  paper: PaperRecord,
  now: number,
): JSX.Element {
  return (
    <PaperRow
      key={paper.id}
      paper={paper}
      title={later?.found.title(paper)}
      line={later?.found.line(paper)}
      reason={later?.rules.reasonOf(paper)}
      now={now}
      isOpen={service.state.opened.value?.id === paper.id}
      onToggle={actions.toggle}
      onDecide={actions.decide}
    >
      {later && (
        <later.Opened service={service} papers={later.papers} rules={later.rules} paper={paper} />
      )}
    </PaperRow>
  );
}

/** The current list, or what to do when it is empty. */
export function ListPanel(props: RowsProps): JSX.Element | null {
  const { service, later } = props;
  const list = useRef<HTMLDivElement>(null);
  const { listing, tab } = service.state;
  const shown = listing.value;
  if (!shown) return null;
  if (!shown.papers.length && !shown.next) return <NothingHere service={service} />;
  const now = Date.now();
  return (
    <>
      <PaperList
        key={tab.value}
        list={list}
        name={text(tab.value === 'new' ? 'tabNew' : 'tabSaved')}
        papers={shown.papers}
        hasMore={shown.next !== undefined}
        isByDay={tab.value === 'new'}
        height={listHeight()}
        now={now}
        onMore={props.actions.more}
        row={(paper) => row(props, paper, now)}
      />
      {later && <later.FocusKept list={list} papers={shown.papers} />}
    </>
  );
}
