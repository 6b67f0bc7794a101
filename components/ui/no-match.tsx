import type { JSX } from 'preact';
import { text } from '../../lib/text';
import { Empty } from './empty';

/** A list without papers because nothing of it matches. */
export function NoMatch({ onClear }: { readonly onClear: () => void }): JSX.Element {
  return (
    <Empty title="emptyMatchTitle" words="emptyMatchText">
      <button type="button" class="button" onClick={onClear}>
        {text('emptyMatchAction')}
      </button>
    </Empty>
  );
}
