import type { JSX } from 'preact';
import { useId } from 'preact/hooks';
import { shortDate, text } from '../../lib/text';
import type { Change } from '../../papers/change';
import { opensAs } from '../../papers/homes';
import type { PaperId } from '../../papers/paper';
import type { PaperDetails, PaperRecord } from '../../papers/record';
import { facesOf } from '../../papers/same/faces-of';
import { versionAddresses, versionNews } from '../../papers/same/version-news';
import { idName, versionName, versionText } from '../../wording/one-work';
import { homeChoice } from './home-choice';

/** A paper whose versions and copies are told, and what the reader says of them. */
export interface OneWorkProps {
  readonly paper: PaperRecord;
  readonly details: PaperDetails | undefined;
  readonly now: number;
  readonly onChange: (change: Change) => void;
}

function Outside(props: { readonly href: string; readonly children: string }): JSX.Element {
  return (
    <a href={props.href} target="_blank" rel="noreferrer">
      {props.children}
    </a>
  );
}

/** That there is a newer version than the one saved, and where the two can be compared. */
function Versions({ paper, onChange }: OneWorkProps): JSX.Element | null {
  const news = versionNews(paper);
  if (!news) return null;
  const addresses = versionAddresses(paper, news);
  return (
    <p class="versions" data-version={news.to}>
      <span>{versionText(news)}</span>
      {addresses && <Outside href={addresses.history}>{text('versionHistory')}</Outside>}
      {addresses?.saved && news.from !== undefined && (
        <Outside href={addresses.saved}>{text('versionSaved', versionName(news.from))}</Outside>
      )}
      <button
        type="button"
        class="link"
        data-action="version"
        onClick={() => onChange({ kind: 'version' })}
      >
        {text('versionKnown')}
      </button>
    </p>
  );
}

/** The copies of a work, of which the reader chooses the one that leads. */
function Faces({ paper, details, now, onChange }: OneWorkProps): JSX.Element | null {
  const name = useId();
  const faces = facesOf(paper, details);
  if (faces.length < 2) return null;
  const lead = opensAs(paper, homeChoice.value);
  const choose = (to: PaperId) => onChange({ kind: 'lead', to });
  return (
    <fieldset class="faces">
      <legend>{text('facesName')}</legend>
      {faces.map(({ id, isPreprint, venue, publishedAt }) => (
        <label key={id} data-face={id}>
          <input
            type="radio"
            name={name}
            value={id}
            checked={id === lead}
            onChange={() => choose(id)}
          />
          <bdi>
            {[
              idName(id),
              venue ?? (isPreprint ? text('facePreprint') : undefined),
              publishedAt && shortDate(publishedAt, now),
            ]
              .filter(Boolean)
              .join(' · ')}
          </bdi>
        </label>
      ))}
    </fieldset>
  );
}

/** Versions are one paper, and so are a preprint and its published copy: what there is to say of that. */
export function OneWork(props: OneWorkProps): JSX.Element {
  return (
    <>
      <Versions {...props} />
      <Faces {...props} />
    </>
  );
}
