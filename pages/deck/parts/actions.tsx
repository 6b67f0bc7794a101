import type { JSX } from 'preact';
import { type MessageKey, text } from '../../../lib/text';

/** One thing that can be done with the paper on top. */
export interface DeckAction {
  readonly name: string;
  /** As it is written on the key. */
  readonly key: string;
  readonly says: MessageKey;
  readonly run: () => void;
}

/** A click takes no focus from the paper, so that the keys after it are still the page's own. */
function keepFocus(event: MouseEvent): void {
  event.preventDefault();
}

/** A key that is held presses its button once: every press may decide on another paper. */
function pressOnce(event: KeyboardEvent): void {
  if (event.repeat && event.key === 'Enter') event.preventDefault();
}

/** Buttons with their keys, always in sight. */
export function DeckActions({ actions }: { readonly actions: readonly DeckAction[] }): JSX.Element {
  return (
    <div class="deck-actions">
      {actions.map(({ name, key, says, run }) => (
        <button
          key={name}
          type="button"
          data-action={name}
          onMouseDown={keepFocus}
          onKeyDown={pressOnce}
          onClick={run}
        >
          <span class="key" aria-hidden="true">
            <kbd>{key}</kbd>
          </span>
          <span>{text(says)}</span>
        </button>
      ))}
    </div>
  );
}
