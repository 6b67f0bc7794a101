import type { ComponentChildren, JSX } from 'preact';
import { counted, number, shortDate, shortDay, shortNumber, text } from '../../lib/text';
import { localDay } from '../../papers/local-day';
import { authorNames } from '../../papers/names';
import type { PaperRecord } from '../../papers/record';
import { leadFace } from '../../papers/same/lead';
import { TagName } from '../tags/tag-name';
import { Icon, type IconName } from '../ui/icons';

const [namedAuthors, namedTags] = [2, 2];

/** A number with its drawing for the eye and its noun for the ear. */
function Figure(props: {
  readonly icon: IconName;
  readonly value?: string;
  readonly name: string;
}): JSX.Element {
  return (
    <span class="figure" role="img" aria-label={props.name} title={props.name}>
      <Icon name={props.icon} />
      {props.value}
    </span>
  );
}

function Authors({ paper }: { readonly paper: PaperRecord }): JSX.Element | null {
  const all = authorNames(paper);
  const names = all.slice(0, namedAuthors);
  const more = Math.max(paper.authorCount, all.length) - names.length;
  if (!names.length) return more ? <span>{counted('authors', more)}</span> : null;
  return (
    <span>
      <bdi>{names.join(', ')}</bdi>
      {more > 0 && <span aria-hidden="true">{` + ${number(more)}`}</span>}
      {more > 0 && <span class="unseen"> {counted('moreAuthors', more)}</span>}
    </span>
  );
}

/** What the reader has said of a paper. */
function Own({ paper }: { readonly paper: PaperRecord }): JSX.Element | null {
  const { starred, tags, hasNote } = paper;
  if (!starred && !hasNote && tags.length === 0) return null;
  return (
    <span class="own">
      {starred && <Figure icon="star" name={text('starred')} />}
      {tags.length > 0 && <TagLine tags={tags.slice(0, namedTags)} />}
      {tags.length > namedTags && <span>{counted('moreTags', tags.length - namedTags)}</span>}
      {hasNote && <Figure icon="note" name={text('hasNote')} />}
    </span>
  );
}

/** How well a paper was received and what comes with it, each as a drawing with its number. */
export function figuresOf(paper: PaperRecord): ComponentChildren[] {
  const { upvotes, comments, codeUrl, codeStars, hasNote } = paper;
  return [
    upvotes !== undefined && upvotes > 0 && (
      <Figure icon="upvote" value={shortNumber(upvotes)} name={counted('upvotes', upvotes)} />
    ),
    comments !== undefined && comments > 0 && (
      <Figure icon="comment" value={shortNumber(comments)} name={counted('comments', comments)} />
    ),
    codeStars !== undefined && codeStars > 0 ? (
      <Figure icon="code" value={shortNumber(codeStars)} name={counted('stars', codeStars)} />
    ) : (
      codeUrl && <Figure icon="code" name={text('hasCode')} />
    ),
    hasNote && <Figure icon="note" name={text('hasNote')} />,
  ].filter(Boolean);
}

interface MetaProps {
  readonly paper: PaperRecord;
  readonly now: number;
  /** What else there is to say of it: how likely it is, what rules say. */
  readonly remarks?: ComponentChildren;
  /** Whether the reader's own words come first: star, tags and note. */
  readonly isOwnFirst?: boolean;
}

/** That a paper is snoozed and until when, or that it has come back. */
function Snooze({ paper, now }: MetaProps): JSX.Element | null {
  const { state, snoozedUntil, wokeAt } = paper;
  if (state === 'snoozed' && snoozedUntil !== undefined)
    return <span>{text('snoozedUntil', shortDay(localDay(snoozedUntil), now))}</span>;
  return wokeAt === undefined ? null : <span class="woke">{text('woke')}</span>;
}

/** Where there is little room, the organisation stands for its authors. */
function Who(props: { readonly paper: PaperRecord; readonly isShort: boolean }): JSX.Element {
  const { paper, isShort } = props;
  return (
    <span class="who">
      {!(isShort && paper.organization) && <Authors paper={paper} />}
      {paper.organization && <bdi>{paper.organization}</bdi>}
    </span>
  );
}

/** Who, where, when and how well received, in one line. */
export function PaperMeta(props: MetaProps): JSX.Element {
  const { paper, now, remarks, isOwnFirst } = props;
  const date = leadFace(paper).publishedAt ?? paper.dailyAt;
  return (
    <div class="meta">
      {isOwnFirst && <Own paper={paper} />}
      {remarks}
      <Who paper={paper} isShort={isOwnFirst === true && paper.tags.length > 0} />
      {date && <time dateTime={date}>{shortDate(date, now)}</time>}
      <Snooze {...props} />
      {isOwnFirst ? (
        <span class="figures">
          <i />
          {figuresOf({ ...paper, hasNote: false })}
        </span>
      ) : (
        figuresOf(paper)
      )}
    </div>
  );
}

/** The tags of a paper, to be read. */
export function TagLine({ tags }: { readonly tags: readonly string[] }): JSX.Element | null {
  if (!tags.length) return null;
  return (
    <ul class="tag-line" aria-label={text('tagsName')}>
      {tags.map((name) => (
        <li key={name} data-tag={name}>
          <TagName name={name} />
        </li>
      ))}
    </ul>
  );
}
