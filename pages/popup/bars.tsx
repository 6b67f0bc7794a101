import type { JSX } from 'preact';
import { Announcement, FailureOf, NoticeOf } from '../shared/bars';
import { CurrentPageFooter } from './current-page/current-page-footer';
import type { PopupCommands } from './paper-commands';
import type { PopupService } from './service';

/** What went wrong, what was done, and what can be done with the page in the current tab. */
export function Bars(props: {
  readonly service: PopupService;
  readonly papers: PopupCommands;
}): JSX.Element {
  const { service, papers } = props;
  const { notice, failure, page, announcement } = service.state;
  const summary = page.value;
  const undo = () => void papers.undo();
  return (
    <>
      <FailureOf failure={failure} onRetry={() => void service.retry()} />
      <NoticeOf notice={notice} onUndo={notice.value?.done && undo} />
      {summary && summary.report.ids.length > 0 && (
        <CurrentPageFooter
          newCount={summary.newCount}
          total={summary.report.ids.length}
          undecided={summary.undecided.length}
          onDecide={(to) => void papers.decideRest(to)}
        />
      )}
      <Announcement words={announcement} />
    </>
  );
}
