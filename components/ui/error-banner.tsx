import type { JSX } from 'preact';
import { text } from '../../lib/text';
import type { StoreErrorCode } from '../../store/database/errors';
import { CloseButton } from './close-button';

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
export function ErrorBanner(props: {
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
