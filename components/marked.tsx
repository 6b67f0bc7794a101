import type { JSX } from 'preact';
import type { Mark } from '../papers/search/marks';

/** The parts of marks that lie in a piece of a text, in the offsets of the piece. */
export function marksWithin(marks: readonly Mark[], at: number, length: number): Mark[] {
  return marks
    .map(({ start, end }) => ({ start: Math.max(start - at, 0), end: Math.min(end - at, length) }))
    .filter(({ start, end }) => start < end);
}

/** A text with what was found in it marked. */
export function Marked(props: {
  readonly text: string;
  readonly marks: readonly Mark[];
  /** Gives what is shown for a piece of the text; the piece itself unless told. */
  readonly draw?: (piece: string) => string;
}): JSX.Element {
  const { text, marks, draw = (piece) => piece } = props;
  const parts: (string | JSX.Element)[] = [];
  let at = 0;
  for (const { start, end } of marks) {
    parts.push(
      draw(text.slice(at, start)),
      <mark key={start}>{draw(text.slice(start, end))}</mark>,
    );
    at = end;
  }
  return (
    <>
      {parts}
      {draw(text.slice(at))}
    </>
  );
}
