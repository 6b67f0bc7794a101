import type { JSX } from 'preact';
import { keyed } from '../../lib/keymap/hints';
import { text } from '../../lib/text';
import { CloseButton } from './close-button';

/** What was just done, with a way back. */
export function Toast(props: {
  readonly said: string;
  /** Absent where there is no way back. */
  readonly onUndo?: (() => void) | undefined;
  readonly onClose: () => void;
}): JSX.Element {
  return (
    <div class="bar notice">
      <p dir="auto">{props.said}</p>
      {props.onUndo && (
        <button
          type="button"
          class="button"
          onClick={props.onUndo}
          {...keyed('undo', text('undo'))}
        >
          {text('undo')}
        </button>
      )}
      <CloseButton onClose={props.onClose} />
    </div>
  );
}
