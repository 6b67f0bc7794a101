import type { JSX } from 'preact';
import { counted, text } from '../../../lib/text';

/** How the papers of the page in the current tab stand, and what to do with the rest. */
export function CurrentPageFooter(props: {
  readonly newCount: number;
  readonly total: number;
  readonly undecided: number;
  readonly onDecide: (to: 'saved' | 'dismissed') => void;
}): JSX.Element {
  const { newCount, total, undecided, onDecide } = props;
  return (
    <footer class="bar page">
      <p>
        <strong>{counted('pageNew', newCount)}</strong> {counted('pageOf', total)}
      </p>
      {undecided > 0 && (
        <button type="button" class="button" onClick={() => onDecide('dismissed')}>
          {text('dismissRest')}
        </button>
      )}
      {undecided > 0 && (
        <button type="button" class="button" onClick={() => onDecide('saved')}>
          {text('saveRest')}
        </button>
      )}
    </footer>
  );
}
