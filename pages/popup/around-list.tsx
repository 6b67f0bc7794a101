import type { JSX } from 'preact';
import { OpenedPaper } from '../../components/paper/opened-paper';
import { RuleMenu } from '../../components/rules/rule-menu';
import { SearchHints } from '../../components/search/search-hints';
import { libraryAddress } from '../../lib/library-address';
import type { PaperRecord } from '../../papers/record';
import { kindName } from '../../wording/kind-names';
import { Announcement, FailureOf, NoticeOf } from '../shared/bars';
import { CurrentPageFooter } from './current-page/current-page-footer';
import { problemReport } from './current-page/problem';
import { ProblemBanner } from './current-page/problem-banner';
import type { PopupService } from './service';

interface Props {
  readonly service: PopupService;
}

/** Says that the page in the current tab could not be read. */
export function Problem({ service }: Props): JSX.Element | null {
  const kind = service.state.problem.value;
  if (kind === undefined) return null;
  return (
    <ProblemBanner
      kind={kindName(kind)}
      report={problemReport(kind, navigator.userAgent, new Date())}
      onCopy={(words) => navigator.clipboard.writeText(words)}
      onDismiss={() => void service.lazyParts.value?.currentTab.dismissProblem()}
    />
  );
}

/** What the search on show did not understand, and what may have been meant. */
export function Hints({ service }: Props): JSX.Element | null {
  const { hints, tab } = service.state;
  if (!hints.value || tab.value !== 'saved') return null;
  return (
    <SearchHints {...hints.value} onSearch={(query) => void service.show({ query, filter: {} })} />
  );
}

/** The opened part of a row. */
export function Opened(props: Props & { readonly paper: PaperRecord }): JSX.Element | null {
  const { service, paper } = props;
  const opened = service.state.opened.value;
  const { papers, rules } = service.lazyParts.value ?? {};
  if (opened?.id !== paper.id || !papers || !rules) return null;
  return (
    <OpenedPaper
      paper={paper}
      details={opened.details}
      note={opened.note}
      knownTags={service.state.tags.value}
      onTags={(change) => papers.changeTags(paper.id, change)}
      onNote={(words, base) => papers.saveNote(paper.id, words, base)}
      onStatus={(to) => void papers.setStatus(paper, to)}
      onRemove={() => void papers.decide(paper, 'deleted')}
      onVisit={() => void papers.visited(paper.id)}
      rules={
        <RuleMenu
          paper={paper}
          details={opened.details}
          rules={rules.rules.value}
          address={libraryAddress({ view: 'rules' })}
          onMake={(draft) => void rules.commands.make(draft)}
          onDelete={(rule) => void rules.commands.delete(rule)}
        />
      }
    />
  );
}

/** What went wrong, what was done, and what can be done with the page in the current tab. */
export function Bars({ service }: Props): JSX.Element {
  const { notice, failure, page, announcement } = service.state;
  const summary = page.value;
  const undo = () => void service.act(({ papers }) => papers.undo());
  return (
    <>
      <FailureOf failure={failure} onRetry={() => void service.retry()} />
      <NoticeOf notice={notice} onUndo={notice.value?.done && undo} />
      {summary && summary.report.ids.length > 0 && (
        <CurrentPageFooter
          newCount={summary.newCount}
          total={summary.report.ids.length}
          undecided={summary.undecided.length}
          onDecide={(to) => void service.act(({ papers }) => papers.decideRest(to))}
        />
      )}
      <Announcement words={announcement} />
    </>
  );
}
