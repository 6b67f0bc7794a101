import type { JSX } from 'preact';
import { counted, type MessageKey, text } from '../../lib/text';
import type { PaperRecord } from '../../papers/record';
import type { RuleEffect } from '../../papers/rules/rule';
import type { Trial } from '../../store/rules/trial';
import { RichTitle } from '../rich-text/rich-text';

/** How many titles are named; the others are counted. */
const named = 30;

interface Addresses {
  /** The address of a paper in the library. */
  readonly addressOf: (id: string) => string;
}

/** The titles of some papers, each leading to its paper in another tab. */
export function Titles(
  props: Addresses & { readonly papers: readonly PaperRecord[]; readonly total?: number },
): JSX.Element {
  const { papers, addressOf } = props;
  const shown = papers.slice(0, named);
  const more = (props.total ?? papers.length) - shown.length;
  return (
    <ul class="titles">
      {shown.map(({ id, title }) => (
        <li key={id} data-paper={id}>
          <a href={addressOf(id)} dir="auto" target="_blank" rel="noreferrer">
            <RichTitle text={title ?? id} />
          </a>
        </li>
      ))}
      {more > 0 && <li class="quiet">{counted('trialMore', more)}</li>}
    </ul>
  );
}

function See(
  props: Addresses & { readonly name: MessageKey; readonly papers: readonly PaperRecord[] },
): JSX.Element | null {
  if (props.papers.length === 0) return null;
  return (
    <details>
      <summary>{text(props.name)}</summary>
      <Titles {...props} />
    </details>
  );
}

/** What a rule would have done in the past thirty days, and the papers themselves. */
export function TrialView(
  props: Addresses & { readonly trial: Trial; readonly effect: RuleEffect },
): JSX.Element {
  const { trial, effect, addressOf } = props;
  const { shown, muted } = trial;
  if (shown.length + muted.length === 0) return <p>{text('trialNone')}</p>;
  if (effect === 'follow')
    return (
      <>
        <p>{counted('trialFollowed', shown.length)}</p>
        <See name="trialSee" papers={shown} addressOf={addressOf} />
      </>
    );
  return (
    <>
      <p>
        {counted('trialMuted', muted.length)}
        {shown.length > 0 && ` ${counted('trialKept', shown.length)}`}
      </p>
      <See name="trialSee" papers={muted} addressOf={addressOf} />
      <See name="trialSeeKept" papers={shown} addressOf={addressOf} />
    </>
  );
}
