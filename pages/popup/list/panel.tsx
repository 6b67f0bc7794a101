import type { JSX } from 'preact';
import { PaperList } from '../../../components/paper/paper-list';
import { PaperRow } from '../../../components/paper/paper-row';
import { NoMatch, NothingSaved } from '../../../components/ui/empty';
import { text } from '../../../lib/text';
import type { PaperRecord } from '../../../papers/record';
import type { PopupService } from '../service';

interface Props {
  readonly service: PopupService;
}

function NothingHere({ service }: Props): JSX.Element | null {
  const { tab, query, filter } = service.state;
  if (tab.value === 'new') return null;
  if (query.value.trim() || Object.keys(filter.value).length > 0)
    return <NoMatch onClear={() => void service.show({ query: '', filter: {} })} />;
  return <NothingSaved />;
}

/** One paper of a list of the popup. */
export function row(service: PopupService, paper: PaperRecord, now: number): JSX.Element {
  const { Opened, found, rules } = service.lazyParts.value ?? {};
  return (
    <PaperRow
      key={paper.id}
      paper={paper}
      title={found?.title(paper)}
      line={found?.line(paper)}
      reason={rules?.reasonOf(paper)}
      now={now}
      isOpen={service.state.opened.value?.id === paper.id}
      onToggle={(id) => void service.act(({ list }) => list.toggle(id))}
      onDecide={(decided, to) => void service.act(({ papers }) => papers.decide(decided, to))}
    >
      {Opened && <Opened service={service} paper={paper} />}
    </PaperRow>
  );
}

/** The current list, or what to do when it is empty. */
export function ListPanel({ service }: Props): JSX.Element | null {
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
      row={(paper) => row(service, paper, now)}
    />
  );
}
