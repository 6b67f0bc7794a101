import type { JSX } from 'preact';
import { counted, dateAndTime, text } from '../../../lib/text';
import type { Losses, Teller } from '../../../sync/round/report';

interface Props {
  readonly losses: Losses;
  readonly from: readonly Teller[];
}

/** How many titles are named. */
const most = 50;

/** What would go, and who said so when. */
export function LossList({ losses, from }: Props): JSX.Element {
  const { papers, notes, tags } = losses;
  const named = [
    ...papers.map(({ id, title }) => title ?? id),
    ...notes.map(({ id, title }) => title ?? id),
    ...tags.map(({ id, title, tag }) => `${tag}: ${title ?? id}`),
  ];
  return (
    <>
      <ul class="plain-list">
        {papers.length > 0 && <li>{counted('syncLossPapers', papers.length)}</li>}
        {notes.length > 0 && <li>{counted('syncLossNotes', notes.length)}</li>}
        {tags.length > 0 && <li>{counted('syncLossTags', tags.length)}</li>}
        {from.map(({ device, name, at }) => (
          <li key={device}>{text('syncStoppedFrom', name, dateAndTime(at))}</li>
        ))}
      </ul>
      {named.length > 0 && (
        <details>
          <summary>{text('syncLossLook')}</summary>
          <ul>
            {named.slice(0, most).map((name, at) => (
              <li key={`${at} ${name}`}>{name}</li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}
