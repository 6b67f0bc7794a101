import type { JSX, RefObject } from 'preact';
import { text } from '../../lib/text';
import { type Status, statuses } from '../../papers/paper';
import type { PaperRecord } from '../../papers/record';
import { statusNames } from '../../wording/status';
import { StatusMark } from './status-mark';

/** How far the reader is with a saved paper, and at a press how far next. */
export function StatusButton(props: {
  readonly paper: PaperRecord;
  readonly onStatus: (paper: PaperRecord, to: Status) => void;
  /** Where something else is to reach it. */
  readonly button?: RefObject<HTMLButtonElement | null> | undefined;
}): JSX.Element {
  const { paper, onStatus } = props;
  const { state } = paper;
  const at = statuses.indexOf(state as Status);
  const next = statuses[(at + 1) % statuses.length];
  if (at === -1 || !next) return <StatusMark state={state} />;
  const name = text('statusNext', text(statusNames[state as Status]), text(statusNames[next]));
  return (
    <button
      ref={props.button ?? null}
      type="button"
      class="next-status"
      data-action="status"
      aria-label={name}
      title={name}
      onClick={() => onStatus(paper, next)}
    >
      <StatusMark state={state} />
    </button>
  );
}
