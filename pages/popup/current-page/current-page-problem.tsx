import type { JSX } from 'preact';
import { kindName } from '../../../wording/kind-names';
import type { PopupService } from '../service';
import type { CurrentTab } from './current-tab';
import { problemReport } from './problem';
import { ProblemBanner } from './problem-banner';

/** Says that the page in the current tab could not be read. */
export function CurrentPageProblem(props: {
  readonly service: PopupService;
  readonly currentTab: CurrentTab;
}): JSX.Element | null {
  const { service, currentTab } = props;
  const kind = service.state.problem.value;
  if (kind === undefined) return null;
  return (
    <ProblemBanner
      kind={kindName(kind)}
      report={problemReport(kind, navigator.userAgent, new Date())}
      onCopy={(words) => navigator.clipboard.writeText(words)}
      onDismiss={() => void currentTab.dismissProblem()}
    />
  );
}
