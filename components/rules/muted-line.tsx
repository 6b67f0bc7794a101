import type { ComponentChildren, JSX } from 'preact';
import { counted, text } from '../../lib/text';

/** The line that muted papers fold into, so that none vanishes without a trace; `children` are they. */
export function MutedLine(props: {
  readonly count: number;
  readonly isOpen: boolean;
  readonly onToggle: () => void;
  readonly children?: ComponentChildren;
}): JSX.Element | null {
  const { count, isOpen, onToggle, children } = props;
  if (count === 0) return null;
  return (
    <section class="muted" aria-label={counted('mutedCount', count)}>
      <button type="button" class="link" aria-expanded={isOpen} onClick={onToggle}>
        {counted('mutedCount', count)} · {text(isOpen ? 'mutedHide' : 'mutedShow')}
      </button>
      {isOpen && children}
    </section>
  );
}
