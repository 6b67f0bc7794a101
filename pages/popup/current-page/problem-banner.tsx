import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { text } from '../../../lib/text';

/** Says that a page could not be read, and offers a report that shows what it holds. */
export function ProblemBanner(props: {
  /** The kind of page in the reader's words. */
  readonly kind: string;
  /** Exactly what is copied. */
  readonly report: string;
  readonly onCopy: (report: string) => Promise<void>;
  readonly onDismiss: () => void;
}): JSX.Element {
  const [isCopied, setCopied] = useState(false);
  return (
    <aside class="banner">
      <p>
        <strong>{text('problemTitle', props.kind)}</strong> {text('problemText')}
      </p>
      <pre>{props.report}</pre>
      <div class="buttons">
        <button
          type="button"
          class="button"
          onClick={() => props.onCopy(props.report).then(() => setCopied(true))}
        >
          {text('problemCopy')}
        </button>
        <span role="status">{isCopied && text('problemCopied')}</span>
        <button type="button" class="link" onClick={props.onDismiss}>
          {text('problemDismiss')}
        </button>
      </div>
    </aside>
  );
}
