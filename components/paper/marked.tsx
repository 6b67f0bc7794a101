import type { JSX } from 'preact';
import type { Mark } from '../../papers/search/marks';

/** A text with what was found in it marked. */
export function Marked(props: {
  readonly text: string;
  readonly marks: readonly Mark[];
}): JSX.Element {
  const { text, marks } = props;
  const parts: (string | JSX.Element)[] = [];
  let at = 0;
  for (const { start, end } of marks) {
    parts.push(text.slice(at, start), <mark key={start}>{text.slice(start, end)}</mark>);
    at = end;
  }
  return (
    <>
      {parts}
      {text.slice(at)}
    </>
  );
}
