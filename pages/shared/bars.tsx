import type { Signal } from '@preact/signals';
import type { JSX } from 'preact';
import { ErrorBanner } from '../../components/ui/error-banner';
import { Toast } from '../../components/ui/toast';
import type { StoreErrorCode } from '../../store/database/errors';
import type { Failure } from './guard';

/** What went wrong, until it is closed or done once more. */
export function FailureOf(props: {
  readonly failure: Signal<Failure<StoreErrorCode> | undefined>;
  readonly onRetry: () => void;
  /** Leaves it at that, where there is more to it than the bar. */
  readonly onClose?: () => void;
}): JSX.Element | null {
  const { failure, onRetry, onClose } = props;
  if (!failure.value) return null;
  const close = () => {
    failure.value = undefined;
    onClose?.();
  };
  return <ErrorBanner {...failure.value} onRetry={onRetry} onClose={close} />;
}

/** What was just done, with a way back where there is one. */
export function NoticeOf(props: {
  readonly notice: Signal<{ readonly said: string } | undefined>;
  readonly onUndo: (() => void) | undefined;
  readonly isHidden?: boolean;
}): JSX.Element {
  const { notice, onUndo, isHidden } = props;
  const close = () => {
    notice.value = undefined;
  };
  return (
    <div role="status">
      {notice.value && !isHidden && (
        <Toast said={notice.value.said} onUndo={onUndo} onClose={close} />
      )}
    </div>
  );
}

/** What a screen reader is told. */
export function Announcement({ words }: { readonly words: Signal<string> }): JSX.Element {
  return (
    <p class="unseen" role="status">
      {words.value}
    </p>
  );
}
