import type { JSX } from 'preact';
import { text } from '../../lib/text';
import { Icon } from './icons';

/** The cross that puts away what it stands in. */
export function CloseButton({ onClose }: { readonly onClose: () => void }): JSX.Element {
  return (
    <button type="button" class="plain" aria-label={text('close')} onClick={onClose}>
      <Icon name="cross" />
    </button>
  );
}
