import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useLayoutEffect } from 'preact/hooks';
import { KeyMap } from '../../components/ui/key-map';
import { keysNow } from '../../lib/keymap/hints';
import { Announcement, FailureOf, NoticeOf } from '../shared/bars';
import { keyGroups } from '../shared/keys/help';
import { listenToKeys } from '../shared/keys/listen';
import { CurrentPageFooter } from './current-page/current-page-footer';
import { handlersOf } from './keys';
import type { PopupCommands } from './paper-commands';
import type { PopupService } from './service';

interface Props {
  readonly service: PopupService;
  readonly papers: PopupCommands;
}

/** Listens to the keys, and shows them when asked. */
function Keys({ service, papers }: Props): JSX.Element | null {
  const areShown = useSignal(false);
  useLayoutEffect(() => {
    const stop = new AbortController();
    const handlers = handlersOf(service, papers, () => {
      areShown.value = true;
    });
    listenToKeys('popup', () => handlers, stop.signal);
    return () => stop.abort();
  }, [service, papers, areShown]);
  if (!areShown.value) return null;
  return (
    <KeyMap
      groups={keyGroups(keysNow.value)}
      onClose={() => {
        areShown.value = false;
      }}
    />
  );
}

/** What went wrong, what was done, and what can be done with the page in the current tab. */
export function Bars(props: Props): JSX.Element {
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
      <Keys {...props} />
    </>
  );
}
