import type { ComponentChildren, JSX } from 'preact';
import { type MessageKey, text } from '../../lib/text';

/** Where the site has its newest list. */
export const dailyPapers = 'https://huggingface.co/papers';

/** A view without papers: what that means, and one next step. */
export function Empty(props: {
  readonly title: MessageKey;
  readonly words: MessageKey;
  readonly children?: ComponentChildren;
}): JSX.Element {
  return (
    <div class="empty">
      <h2>{text(props.title)}</h2>
      <p>{text(props.words)}</p>
      {props.children}
    </div>
  );
}

/** The reading list before anything was saved. */
export function NothingSaved(): JSX.Element {
  return (
    <Empty title="emptySavedTitle" words="emptySavedText">
      <a class="button main" href={dailyPapers} target="_blank" rel="noreferrer">
        {text('emptySavedAction')}
      </a>
    </Empty>
  );
}
