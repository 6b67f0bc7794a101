import type { JSX } from 'preact';
import { counted, text } from '../../lib/text';
import type { StoreErrorCode } from '../../store/database/errors';
import { Icon } from './icons';

function CloseButton({ onClose }: { readonly onClose: () => void }): JSX.Element {
  return (
    <button type="button" class="plain" aria-label={text('close')} onClick={onClose}>
      <Icon name="cross" />
    </button>
  );
}

/** How the papers of the page in the current tab stand, and what to do with the rest. */
export function PageBar(props: {
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

/** What was just done, with a way back. */
export function UndoBar(props: {
  readonly said: string;
  /** Absent where there is no way back. */
  readonly onUndo?: (() => void) | undefined;
  readonly onClose: () => void;
}): JSX.Element {
  return (
    <div class="bar notice">
      <p dir="auto">{props.said}</p>
      {props.onUndo && (
        <button type="button" class="button" onClick={props.onUndo}>
          {text('undo')}
        </button>
      )}
      <CloseButton onClose={props.onClose} />
    </div>
  );
}

const sentences = {
  refused: 'failureRefused',
  newer: 'failureNewer',
  full: 'failureFull',
  migration: 'failureMigration',
  blocked: 'failureBlocked',
  tooLarge: 'failureTooLarge',
  failed: 'failureFailed',
} as const;

/** The sentence for an error of the store: what happened, what is safe, what to do. */
export function failureText(code: StoreErrorCode, detail: string): string {
  return text(sentences[code], detail);
}

/** An error of the store, told. */
export function FailureBar(props: {
  readonly code: StoreErrorCode;
  readonly detail: string;
  readonly onRetry: () => void;
  readonly onClose: () => void;
}): JSX.Element {
  return (
    <div class="bar failure" role="alert">
      <p>{failureText(props.code, props.detail)}</p>
      <button type="button" class="button" onClick={props.onRetry}>
        {text('tryAgain')}
      </button>
      <CloseButton onClose={props.onClose} />
    </div>
  );
}
