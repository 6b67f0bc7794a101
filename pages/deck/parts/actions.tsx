import type { JSX } from 'preact';
import { keepFocus } from '../../../components/ui/keep-focus';
import type { CommandId } from '../../../lib/keymap/commands';
import { keyed } from '../../../lib/keymap/hints';
import { type MessageKey, text } from '../../../lib/text';

/** One thing that can be done with the paper on top. */
export interface DeckAction {
  readonly name: string;
  readonly command: CommandId;
  /** As it is written on the key; empty where the reader has taken it away. */
  readonly key: string;
  readonly says: MessageKey;
  readonly run: () => unknown;
}

/** A key that is held presses its button once: every press may decide on another paper. */
function pressOnce(event: KeyboardEvent): void {
  if (event.repeat && event.key === 'Enter') event.preventDefault();
}

/** Buttons with their keys, always in sight. */
export function DeckActions({ actions }: { readonly actions: readonly DeckAction[] }): JSX.Element {
  return (
    <div class="deck-actions">
      {actions.map(({ name, command, key, says, run }) => (
        <button
          key={name}
          type="button"
          data-action={name}
          onMouseDown={keepFocus}
          onKeyDown={pressOnce}
          onClick={() => void run()}
          {...keyed(command, text(says))}
        >
          <span class="key" aria-hidden="true">
            {key && <kbd>{key}</kbd>}
          </span>
          <span>{text(says)}</span>
        </button>
      ))}
    </div>
  );
}
