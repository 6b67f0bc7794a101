import type { ComponentChildren, JSX } from 'preact';
import { deckUrl } from '../../../lib/deck-address';
import { counted, text } from '../../../lib/text';

/** How many papers are new, in one line: of the page in the current tab, else of all days. */
export function PageStrip(props: {
  readonly newCount: number;
  /** How many papers the page has. */
  readonly total?: number | undefined;
  /** Of the page. */
  readonly days?: readonly string[];
  readonly onCatchUp: (days: readonly string[]) => void;
  /** What can be done with the rest of the page. */
  readonly children?: ComponentChildren;
}): JSX.Element {
  const { newCount, total, days = [], onCatchUp } = props;
  return (
    <section class="strip" aria-label={text('thisPage')}>
      <p>
        <strong>{counted('pageNew', newCount)}</strong>{' '}
        {total !== undefined && counted('pageOf', total)}
      </p>
      {newCount > 0 && (
        <a
          class="button main"
          href={deckUrl({ days })}
          target="_blank"
          rel="noreferrer"
          onClick={(event) => {
            if (event.ctrlKey || event.metaKey || event.shiftKey) return;
            event.preventDefault();
            onCatchUp(days);
          }}
        >
          {text('catchUp')}
        </a>
      )}
      {props.children}
    </section>
  );
}
