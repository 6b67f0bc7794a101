import type { JSX } from 'preact';
import { useId } from 'preact/hooks';
import { text } from '../../lib/text';
import { type PaperState, type Status, statuses } from '../../papers/paper';
import { statusNames } from '../../wording/status';

/** How far the reader is, as one choice of three. */
export function StatusChoice(props: {
  readonly state: PaperState;
  readonly onChange: (status: Status) => void;
}): JSX.Element {
  const name = useId();
  return (
    <fieldset class="segments">
      <legend class="unseen">{text('statusName')}</legend>
      {statuses.map((status) => (
        <label key={status} data-action={status}>
          <input
            type="radio"
            name={name}
            value={status}
            checked={props.state === status}
            onChange={() => props.onChange(status)}
          />
          <span>{text(statusNames[status])}</span>
        </label>
      ))}
    </fieldset>
  );
}
