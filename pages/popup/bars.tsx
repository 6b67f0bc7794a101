import { useSignal } from '@preact/signals';
import type { JSX, RefObject } from 'preact';
import { useLayoutEffect } from 'preact/hooks';
import { KeyMap } from '../../components/ui/key-map';
import { keysNow } from '../../lib/keymap/hints';
import { Announcement, FailureOf, NoticeOf } from '../shared/bars';
import { Exporting } from '../shared/export/exporting';
import { keyGroups } from '../shared/keys/help';
import { listenToKeys } from '../shared/keys/listen';
import { handlersOf } from './keys';
import type { ListCommands } from './list/list-commands';
import type { RowRefs } from './list/row-refs';
import type { PopupCommands } from './paper-commands';
import type { PopupService } from './service';

interface Props {
  readonly service: PopupService;
  readonly papers: PopupCommands;
  readonly list: ListCommands;
  readonly rows: RowRefs;
  /** The box that a search is typed into. */
  readonly input: RefObject<HTMLInputElement | null>;
}

/** Listens to the keys, and shows them when asked. */
function Keys(props: Props): JSX.Element | null {
  const { service, papers, list, rows, input } = props;
  const areShown = useSignal(false);
  useLayoutEffect(() => {
    const stop = new AbortController();
    const showHelp = () => {
      areShown.value = true;
    };
    const handlers = handlersOf({ service, papers, list, rows, input, showHelp });
    listenToKeys('popup', () => handlers, stop.signal);
    return () => stop.abort();
  }, [service, papers, list, rows, input, areShown]);
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
