import type { JSX } from 'preact';
import { type MessageKey, text } from '../../lib/text';

/** One of several, as a group of radio buttons. */
export function Choices<T extends string>(props: {
  readonly name: string;
  readonly legend: MessageKey;
  readonly hint?: MessageKey;
  readonly value: T | undefined;
  readonly choices: readonly { readonly value: T; readonly label: string }[];
  readonly onChoose: (value: T) => void;
}): JSX.Element {
  return (
    <fieldset>
      <legend>{text(props.legend)}</legend>
      {props.hint && <p class="quiet">{text(props.hint)}</p>}
      {props.choices.map(({ value, label }) => (
        <label key={value}>
          <input
            type="radio"
            name={props.name}
            value={value}
            checked={value === props.value}
            onChange={() => props.onChoose(value)}
          />
          {label}
        </label>
      ))}
    </fieldset>
  );
}
