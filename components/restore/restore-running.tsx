import type { JSX } from 'preact';
import { text } from '../../lib/text';

/** How far a backup is restored, and the way to stop it. */
export function RestoreRunning(props: {
  readonly progress: { readonly done: number; readonly total: number };
  readonly onStop: () => void;
}): JSX.Element {
  const { progress, onStop } = props;
  const said = text('restoring');
  return (
    <div class="asked">
      <p>{said}</p>
      <progress max={Math.max(1, progress.total)} value={progress.done} aria-label={said} />
      <button type="button" class="button" onClick={onStop}>
        {text('stop')}
      </button>
    </div>
  );
}
