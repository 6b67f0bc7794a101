import type { ComponentChildren, JSX } from 'preact';
import { useState } from 'preact/hooks';
import { counted, text } from '../../lib/text';
import type { Change } from '../../papers/change';
import { authorNames } from '../../papers/names';
import type { Note } from '../../papers/note';
import { isSaved, type Status } from '../../papers/paper';
import type { PaperDetails, PaperRecord } from '../../papers/record';
import type { TagsChange } from '../../papers/tags';
import type { Tag } from '../../store/database/schema';
import { type DraftHooks, storedNote } from '../note/note-draft';
import { NoteEditor } from '../note/note-editor';
import { RichText } from '../rich-text/rich-text';
import { TagEditor } from '../tags/tag-editor';
import { OneWork } from './one-work';
import type { PaperControls } from './paper-controls';
import { PaperLinks } from './paper-links';
import { StatusChoice } from './status-choice';

/** The opened part of a row. Tags and a note put a paper into the list that is not in it. */
export interface OpenedPaperProps {
  readonly paper: PaperRecord;
  readonly details: PaperDetails | undefined;
  readonly note: Note | undefined;
  readonly knownTags: readonly Tag[];
  readonly controls: Pick<PaperControls, 'tag' | 'note'>;
  readonly onTags: (change: TagsChange) => Promise<void>;
  readonly onNote: DraftHooks['save'];
  readonly onStatus: (status: Status) => void;
  readonly onRemove: () => void;
  readonly onChange: (change: Change) => void;
  /** The reader follows one of its links. */
  readonly onVisit: () => void;
  /** How likely it is, and what is like it. */
  readonly likely: ComponentChildren;
  /** How far the asking for what is missing of it has come. */
  readonly filling: ComponentChildren;
  /** What rules can be made of it. */
  readonly rules: ComponentChildren;
}

function Abstract({ words }: { readonly words: string }): JSX.Element {
  return (
    <div class="abstract">
      <h4>{text('abstract')}</h4>
      <p dir="auto">
        <RichText text={words} />
      </p>
    </div>
  );
}

/** Two lines of what it is about, and all of it when asked. */
function Words({ details }: { readonly details: PaperDetails | undefined }): JSX.Element {
  const [isWhole, setWhole] = useState(false);
  const { abstract, aiSummary, aiKeywords } = details ?? {};
  const first = aiSummary ?? abstract;
  if (!first) return <p class="quiet">{text('noDetails')}</p>;
  return (
    <div class="words">
      {!(isWhole && !aiSummary) && (
        <p class={isWhole ? undefined : 'clamped'} dir="auto">
          <RichText text={first} />
        </p>
      )}
      {isWhole && aiKeywords?.length ? (
        <p class="keywords">
          <span class="unseen">{text('keywords')}: </span>
          {aiKeywords.join(' · ')}
        </p>
      ) : null}
      {isWhole && abstract && <Abstract words={abstract} />}
      <button
        type="button"
        class="link"
        data-action="words"
        aria-expanded={isWhole}
        onClick={() => setWhole(!isWhole)}
      >
        {text(isWhole ? 'showLess' : aiSummary ? 'summaryAndAbstract' : 'abstract')}
      </button>
    </div>
  );
}

function AllAuthors({ paper, details }: OpenedPaperProps): JSX.Element | null {
  const names = authorNames(paper, details);
  if (names.length < 3) return null;
  const total = Math.max(names.length, paper.authorCount);
  const isWhole = names.length === total;
  return (
    <details class="authors">
      <summary>{counted(isWhole ? 'allAuthors' : 'authors', total)}</summary>
      <p dir="auto">{[...names, ...(isWhole ? [] : ['…'])].join(', ')}</p>
    </details>
  );
}

/** What the reader says of it, before what the site does. */
function Own(props: OpenedPaperProps): JSX.Element {
  const { paper, controls } = props;
  return (
    <>
      {isSaved(paper.state) && (
        <div class="foot">
          <StatusChoice state={paper.state} onChange={props.onStatus} />
          <button
            type="button"
            class="plain remove"
            data-action="remove"
            aria-label={text('removeName', paper.title ?? paper.id)}
            onClick={props.onRemove}
          >
            {text('remove')}
          </button>
        </div>
      )}
      <TagEditor
        tags={paper.tags}
        known={props.knownTags}
        onChange={props.onTags}
        input={controls.tag}
      />
      <NoteEditor
        stored={storedNote(paper, props.note)}
        onSave={props.onNote}
        handle={controls.note}
      />
    </>
  );
}

/** Everything of a paper: the reader's own words, what it says, and where it is. */
export function OpenedPaper(props: OpenedPaperProps): JSX.Element {
  return (
    <div class="body">
      {!isSaved(props.paper.state) && props.likely}
      <Own {...props} />
      {isSaved(props.paper.state) && props.likely}
      {props.filling}
      <Words details={props.details} />
      <AllAuthors {...props} />
      <OneWork {...props} now={Date.now()} />
      <PaperLinks {...props} />
      {props.rules}
    </div>
  );
}
