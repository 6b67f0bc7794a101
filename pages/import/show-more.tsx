import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { counted } from '../../lib/text';

/** How many of many are shown at first, and with each further step. */
const step = 50;

/** A list of which the rest is shown step by step. */
export function Some<T>(props: {
  readonly of: readonly T[];
  readonly name?: string;
  readonly row: (one: T, at: number) => JSX.Element;
}): JSX.Element {
  const shown = useSignal(step);
  const left = props.of.length - shown.value;
  return (
    <>
      <ul aria-label={props.name}>{props.of.slice(0, shown.value).map(props.row)}</ul>
      {left > 0 && (
        <button
          type="button"
          class="link"
          onClick={() => {
            shown.value += step * 4;
          }}
        >
          {counted('importMoreOf', Math.min(left, step * 4))}
        </button>
      )}
    </>
  );
}
