import type { JSX } from 'preact';
import { counted, text } from '../../lib/text';

/** A change of many papers under way, which can be stopped. */
export function ProgressBar(props: {
  readonly said: string;
  readonly done: number;
  readonly total: number;
  readonly onStop: () => void;
}): JSX.Element {
  const { said, done, total, onStop } = props;
  return (
    <div class="bar working">
      <p>{said}</p>
      <progress max={total} value={done} aria-label={said} />
      <span class="count">{counted('progressOf', total, done)}</span>
      <button type="button" class="button" onClick={onStop}>
        {text('stop')}
      </button>
    </div>
  );
}

/** One of the actions that can be undone. */
export interface PastAction {
  readonly id: number;
  readonly said: string;
  readonly when: string;
  /** Set when it was cut off before its end. */
  readonly cutOff?: string | undefined;
}

/** What was done lately, newest first, each with its way back. */
export function ActionsView(props: {
  readonly actions: readonly PastAction[];
  readonly onUndo: (id: number) => void;
}): JSX.Element {
  return (
    <div class="actions-view">
      <h1>{text('actionsTitle')}</h1>
      <p class="quiet">{text(props.actions.length ? 'actionsHint' : 'actionsNone')}</p>
      <ul>
        {props.actions.map(({ id, said, when, cutOff }) => (
          <li key={id}>
            <p dir="auto">
              {said}
              {cutOff && <span class="quiet"> {cutOff}</span>}
            </p>
            <span class="count">{when}</span>
            <button
              type="button"
              class="link"
              aria-label={text('undoName', said)}
              onClick={() => props.onUndo(id)}
            >
              {text('undo')}
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
