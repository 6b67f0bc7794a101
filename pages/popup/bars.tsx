import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useLayoutEffect } from 'preact/hooks';
import { KeyMap } from '../../components/ui/key-map';
import { keysNow } from '../../lib/keymap/hints';
import { Announcement, FailureOf, NoticeOf } from '../shared/bars';
import { keyGroups } from '../shared/keys/help';
import { listenToKeys } from '../shared/keys/listen';
import { Exporting } from '../shared/taking/exporting';
import { handlersOf } from './keys';
import type { ListCommands } from './list/list-commands';
import type { PopupCommands } from './paper-commands';
import type { PopupService } from './service';

interface Props {
  readonly service: PopupService;
  readonly papers: PopupCommands;
  readonly list: ListCommands;
}

/** Listens to the keys, and shows them when asked. */
function Keys({ service, papers, list }: Props): JSX.Element | null {
  const areShown = useSignal(false);
  useLayoutEffect(() => {
    const stop = new AbortController();
    const handlers = handlersOf(service, papers, list, () => {
      areShown.value = true;
    });
    listenToKeys('popup', () => handlers, stop.signal);
    return () => stop.abort();
  }, [service, papers, list, areShown]);
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

/** What went wrong and what was done; and the keys. */
export function Bars(props: Props): JSX.Element {
  const { service, papers } = props;
  const { notice, failure, announcement } = service.state;
  const undo = () => void papers.undo();
  return (
    <>
      <FailureOf failure={failure} onRetry={() => void service.retry()} />
      <NoticeOf notice={notice} onUndo={notice.value?.done && undo} />
      <Announcement words={announcement} />
      <Keys {...props} />
      <Exporting page={papers} request={papers.exporting} onDone={(said) => papers.tell(said)} />
    </>
  );
}
