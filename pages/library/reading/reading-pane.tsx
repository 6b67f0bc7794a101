import type { ComponentChildren, JSX } from 'preact';
import { type DraftHooks, storedNote } from '../../../components/note/note-draft';
import { NoteView } from '../../../components/note/note-view';
import { OneWork } from '../../../components/paper/one-work';
import { PaperLinks } from '../../../components/paper/paper-links';
import { StatusChoice } from '../../../components/paper/status-choice';
import { RichText, RichTitle } from '../../../components/rich-text/rich-text';
import { TagEditor } from '../../../components/tags/tag-editor';
import { counted, type MessageKey, shortDate, shortDay, text } from '../../../lib/text';
import type { Change } from '../../../papers/change';
import { authorNames } from '../../../papers/names';
import type { Note } from '../../../papers/note';
import { isSaved, type Status } from '../../../papers/paper';
import type { PaperDetails, PaperRecord } from '../../../papers/record';
import { leadFace } from '../../../papers/same/lead';
import type { TagsChange } from '../../../papers/tags';
import type { Tag } from '../../../store/database/schema';
import type { PaneControls } from './in-pane';

/** The paper under the cursor, whole. */
export interface ReadingPaneProps {
  readonly paper: PaperRecord;
  readonly controls: PaneControls;
  readonly details: PaperDetails | undefined;
  readonly note: Note | undefined;
  readonly knownTags: readonly Tag[];
  readonly now: number;
  readonly onTags: (change: TagsChange) => Promise<void>;
  readonly onNote: DraftHooks['save'];
  readonly onStatus: (status: Status) => void;
  readonly onVisit: () => void;
  readonly onChange: (change: Change) => void;
  readonly onClose: () => void;
  /** What rules say of it; see `reasonOf`. */
  readonly reason: string | undefined;
  /** How far the asking for what is missing of it has come. */
  readonly filling: ComponentChildren;
  /** How likely it is, and what is like it. */
  readonly likely: ComponentChildren;
  /** The tags that number keys give. */
  readonly tagKeys: ComponentChildren;
  /** What can be done with it at first, and at the end. */
  readonly marks: ComponentChildren;
  readonly actions: ComponentChildren;
}

function Part(props: {
  readonly title: MessageKey;
  readonly kind?: string;
  readonly children: ComponentChildren;
}): JSX.Element {
  return (
    <section class={props.kind}>
      <h3>{text(props.title)}</h3>
      {props.children}
    </section>
  );
}

function Figures({ paper, now }: ReadingPaneProps): JSX.Element {
  const { dailyAt, upvotes, comments, codeStars } = paper;
  const { publishedAt, venue } = leadFace(paper);
  const date = publishedAt ?? dailyAt;
  const parts = [
    venue,
    date && shortDate(date, now),
    upvotes !== undefined && counted('upvotes', upvotes),
    comments ? counted('comments', comments) : undefined,
    codeStars ? counted('stars', codeStars) : undefined,
  ];
  return <p>{parts.filter(Boolean).join(' · ')}</p>;
}

function Authors({ paper, details }: ReadingPaneProps): JSX.Element | null {
  const names = authorNames(paper, details);
  const more = Math.max(paper.authorCount, names.length) - names.length;
  if (names.length === 0 && more === 0) return null;
  const few = names.slice(0, 3).join(', ');
  const rest = names.length > 3 ? names.slice(3).join(', ') : '';
  return (
    <div class="authors">
      {rest ? (
        <details>
          <summary>
            <bdi>{few}</bdi> {counted('moreAuthors', names.length - 3 + more)}
            {paper.organization && <bdi> · {paper.organization}</bdi>}
          </summary>
          <p dir="auto">{[rest, more > 0 && '…'].filter(Boolean).join(', ')}</p>
        </details>
      ) : (
        <p>
          <bdi>{few}</bdi> {more > 0 && counted(few ? 'moreAuthors' : 'authors', more)}
          {paper.organization && <bdi> · {paper.organization}</bdi>}
        </p>
      )}
    </div>
  );
}

function History({ paper, now }: ReadingPaneProps): JSX.Element {
  const day = (at: number) => shortDay(new Date(at).toISOString(), now);
  const { savedAt, openedAt, openedCount = 0, readAt, state } = paper;
  const parts = [
    savedAt !== undefined && isSaved(state) && text('historySaved', day(savedAt)),
    openedAt !== undefined && counted('historyOpened', openedCount, day(openedAt)),
    readAt !== undefined ? text('historyRead', day(readAt)) : text('historyUnread'),
  ];
  return <p>{parts.filter(Boolean).join(' · ')}</p>;
}

/** The reader's own words on it. */
function Own(props: ReadingPaneProps): JSX.Element {
  return (
    <>
      <div>
        <TagEditor
          tags={props.paper.tags}
          known={props.knownTags}
          onChange={props.onTags}
          input={props.controls.tag}
        />
        {props.tagKeys}
      </div>
      <Part title="noteHeading">
        <NoteView
          stored={storedNote(props.paper, props.note)}
          onSave={props.onNote}
          handle={props.controls.note}
        />
      </Part>
    </>
  );
}

/** Everything of a paper beside the list. */
export function ReadingPane(props: ReadingPaneProps): JSX.Element {
  const { paper, details, controls } = props;
  const { abstract, aiSummary, aiKeywords = [] } = details ?? {};
  return (
    <article class="pane" aria-labelledby="pane-title" data-open={paper.id}>
      <div class="top">
        <button type="button" class="link back" onClick={props.onClose}>
          {text('backToList')}
        </button>
        {isSaved(paper.state) && <StatusChoice state={paper.state} onChange={props.onStatus} />}
        <PaperLinks {...props} first={controls.link} />
      </div>
      <h2 ref={controls.title} id="pane-title" dir="auto" tabIndex={-1}>
        <RichTitle text={paper.title ?? paper.id} />
      </h2>
      <div class="facts">
        <Authors {...props} />
        <Figures {...props} />
        {(details?.categories || details?.authorsComment) && (
          <p class="quiet" dir="auto" data-facts="arxiv">
            {[details.categories?.join(', '), details.authorsComment]
              .filter((words) => words !== undefined)
              .join(' · ')}
          </p>
        )}
        {props.reason && (
          <p class="reason" dir="auto">
            {props.reason}
          </p>
        )}
      </div>
      <OneWork {...props} />
      {props.filling}
      {props.marks}
      {props.likely}
      {isSaved(paper.state) && <Own {...props} />}
      {aiSummary && (
        <Part title="aiSummary" kind="words short">
          <p dir="auto">
            <RichText text={aiSummary} />
          </p>
          {aiKeywords.length > 0 && <p class="keywords">{aiKeywords.join(' · ')}</p>}
        </Part>
      )}
      {abstract && (
        <Part title="abstract" kind="words">
          <p dir="auto">
            <RichText text={abstract} />
          </p>
        </Part>
      )}
      {!abstract && !aiSummary && <p class="quiet">{text('noDetails')}</p>}
      <Part title="historyHeading">
        <History {...props} />
      </Part>
      <div class="actions">{props.actions}</div>
    </article>
  );
}
