import type { JSX } from 'preact';

/** Something that is on or off. */
export function Toggle(props: {
  /** Tells it from others on the page. */
  readonly value: string;
  readonly label: string;
  readonly isOn: boolean | undefined;
  /** While it cannot be changed. */
  readonly isResting?: boolean;
  readonly onChange: (isOn: boolean) => void;
}): JSX.Element {
  return (
    <label>
      <input
        type="checkbox"
        value={props.value}
        checked={props.isOn ?? false}
        disabled={props.isResting ?? false}
        onChange={({ currentTarget }) => props.onChange(currentTarget.checked)}
      />
      {props.label}
    </label>
  );
}
