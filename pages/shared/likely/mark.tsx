import type { JSX } from 'preact';
import { useEffect } from 'preact/hooks';
import { text } from '../../../lib/text';
import type { PaperId } from '../../../papers/paper';
import { stepOf } from '../../../papers/ranking/score';
import type { LikelyExplanationProps } from './explanation';
import type { Likely } from './likely';
import type { NewOrderProps } from './new-order';

function Mark(props: { readonly likely: Likely; readonly id: PaperId }): JSX.Element | null {
  const { likely, id } = props;
  const parts = likely.parts.value;
  const score = likely.scores.value.get(id);
  if (!parts || !score || !likely.isOn) return null;
  return <parts.LikelyMark step={stepOf(score.likelihood)} reasons={score.reasons} />;
}

/** How likely a paper in a list is, once that is known, and why it stands where it does. */
export function Remarks(props: {
  readonly likely: Likely;
  readonly id: PaperId;
  readonly widens: boolean;
  /** What rules say of it; see `reasonOf`. */
  readonly reason: string | undefined;
}): JSX.Element {
  return (
    <>
      <Mark {...props} />
      {props.widens && <span class="widens">{text('likelyWidens')}</span>}
      {props.reason && <bdi class="reason">{props.reason}</bdi>}
    </>
  );
}

/** What an opened paper says of how likely it is; loaded with the first one. */
export function LazyLikelyExplanation(props: LikelyExplanationProps): JSX.Element | null {
  const { likely } = props;
  useEffect(() => void likely.load(), [likely]);
  const parts = likely.parts.value;
  return parts ? <parts.LikelyExplanation {...props} /> : null;
}

/** In which order new papers are listed; not where the reader has turned it off. */
export function NewOrderLater(props: NewOrderProps): JSX.Element | null {
  const { likely } = props;
  useEffect(() => void likely.load(), [likely]);
  const parts = likely.parts.value;
  return parts && likely.isOn ? <parts.NewOrder {...props} /> : null;
}
