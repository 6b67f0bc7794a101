import type { JSX } from 'preact';
import { RichTitle } from '../../../components/rich-text/rich-text';
import { keepFocus } from '../../../components/ui/keep-focus';
import { text } from '../../../lib/text';
import type { Trace } from '../trail';

/** What was decided last, the newest first, each with its way back. */
export function TrailLine(props: {
  readonly trail: readonly Trace[];
  readonly onUndo: (trace: Trace) => void;
}): JSX.Element {
  const { trail, onUndo } = props;
  return (
    <ul class="trail" aria-label={text('deckTrailName')}>
      {trail.toReversed().map((trace) => (
        <li key={trace.id}>
          <span>{text(trace.said)}</span>{' '}
          <cite dir="auto">
            <RichTitle text={trace.title} />
          </cite>{' '}
          <button
            type="button"
            class="link"
            aria-label={text('deckTrailUndo', trace.title)}
            onMouseDown={keepFocus}
            onClick={() => onUndo(trace)}
          >
            {text('deckUndo')}
          </button>
        </li>
      ))}
    </ul>
  );
}
