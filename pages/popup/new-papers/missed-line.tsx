import type { JSX } from 'preact';
import { counted } from '../../../lib/text';

/** The line that stands for the missed papers, so that none vanishes without a trace; it leads to their list. */
export function MissedLine(props: {
  readonly count: number;
  readonly address: string;
}): JSX.Element | null {
  const { count, address } = props;
  if (count === 0) return null;
  return (
    <p class="muted">
      <a class="link" href={address} target="_blank" rel="noreferrer">
        {counted('missedCount', count)}
      </a>
    </p>
  );
}
