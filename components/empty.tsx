import type { ComponentChildren, JSX } from 'preact';
import { type MessageKey, text } from '../lib/text';

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
