import type { JSX } from 'preact';
import { PaperList } from '../../../components/paper/paper-list';
import { PaperRow } from '../../../components/paper/paper-row';
import { NoMatch, NothingSaved } from '../../../components/ui/empty';
import { text } from '../../../lib/text';
import type { PaperRecord } from '../../../papers/record';
import type { LazyParts } from '../lazy-parts';
import type { PopupService } from '../service';

interface Props {
  readonly service: PopupService;
  /** Absent until they are loaded. */
  readonly parts: LazyParts | undefined;
}

function NothingHere({ service }: Pick<Props, 'service'>): JSX.Element | null {
  const { tab, query, filter } = service.state;
  if (tab.value === 'new') return null;
  if (query.value.trim() || Object.keys(filter.value).length > 0)
    return <NoMatch onClear={() => void service.show({ query: '', filter: {} })} />;
  return <NothingSaved />;
}

/** One paper of a list of the popup. */
export function row({ service, parts }: Props, paper: PaperRecord, now: number): JSX.Element {
  return (
    <PaperRow
      key={paper.id}
      paper={paper}
      title={parts?.found.title(paper)}
      line={parts?.found.line(paper)}
      reason={parts?.rules.reasonOf(paper)}
      now={now}
      isOpen={service.state.opened.value?.id === paper.id}
      onToggle={(id) => void service.act(({ list }) => list.toggle(id))}
      onDecide={(decided, to) => void service.act(({ papers }) => papers.decide(decided, to))}
    >
      {parts && (
        <parts.Opened service={service} papers={parts.papers} rules={parts.rules} paper={paper} />
      )}
    </PaperRow>
  );
}

/** The current list, or what to do when it is empty. */
export function ListPanel(props: Props): JSX.Element | null {
  const { service } = props;
  const { listing, tab } = service.state;
  const shown = listing.value;
  if (!shown) return null;
  if (!shown.papers.length && !shown.next) return <NothingHere service={service} />;
  const now = Date.now();
  return (
    <PaperList
      key={tab.value}
      name={text(tab.value === 'new' ? 'tabNew' : 'tabSaved')}
      papers={shown.papers}
      hasMore={shown.next !== undefined}
      isByDay={tab.value === 'new'}
      now={now}
      onMore={() => void service.act(({ list }) => list.more())}
      row={(paper) => row(props, paper, now)}
    />
  );
}
