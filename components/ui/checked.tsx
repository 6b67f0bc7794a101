import type { JSX } from 'preact';
import { text } from '../../lib/text';

/** When the site was asked, and a way to ask it now: `Checked 21 minutes ago · Check now`. */
export function Checked(props: {
  /** As `askedWords` gives them. */
  readonly words: string;
  /** Absent where asking is of no use. */
  readonly onCheck: (() => void) | undefined;
}): JSX.Element {
  const { words, onCheck } = props;
  if (!onCheck) return <>{words}</>;
  return (
    <>
      {words}
      {words.endsWith('.') ? ' ' : ' · '}
      <button type="button" class="link" data-action="check" onClick={onCheck}>
        {text('pollCheckNow')}
      </button>
    </>
  );
}
