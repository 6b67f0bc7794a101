import type { JSX } from 'preact';
import { useRef } from 'preact/hooks';
import { useLayer } from '../../../components/ui/use-layer';
import { text } from '../../../lib/text';

/** The morning of a day from now on, in the reader's own time. */
function morningIn(days: number, now: number): number {
  const date = new Date(now);
  return new Date(date.getFullYear(), date.getMonth(), date.getDate() + days, 7).getTime();
}

/** A day as a date input writes it, in the reader's own time. */
function dayInput(at: number): string {
  const date = new Date(at);
  const two = (value: number) => String(value).padStart(2, '0');
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

/** Asks until when papers are put off. */
export function SnoozeForm(props: {
  readonly now: number;
  /** @param until ms since the epoch. */
  readonly onSnooze: (until: number) => void;
  readonly onClose: () => void;
}): JSX.Element {
  const { now, onClose } = props;
  const ref = useRef<HTMLDivElement>(null);
  const first = useRef<HTMLButtonElement>(null);
  useLayer(ref, onClose, first);
  const tomorrow = morningIn(1, now);
  const onSnooze = (until: number) => {
    onClose();
    props.onSnooze(until);
  };
  return (
    <div ref={ref} class="snooze">
      <button ref={first} type="button" class="button" onClick={() => onSnooze(tomorrow)}>
        {text('snoozeTomorrow')}
      </button>
      <button type="button" class="button" onClick={() => onSnooze(morningIn(7, now))}>
        {text('snoozeWeek')}
      </button>
      <button type="button" class="button" onClick={() => onSnooze(morningIn(30, now))}>
        {text('snoozeMonth')}
      </button>
      <label>
        {text('snoozeUntil')}{' '}
        <input
          type="date"
          min={dayInput(tomorrow)}
          onChange={({ currentTarget }) => {
            const at = new Date(`${currentTarget.value}T07:00`).getTime();
            if (at > now) onSnooze(at);
          }}
        />
      </label>
    </div>
  );
}
