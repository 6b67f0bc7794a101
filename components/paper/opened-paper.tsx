import type { ComponentChildren, JSX } from 'preact';
import { useState } from 'preact/hooks';
import { counted, text } from '../../lib/text';
import type { Note } from '../../papers/note';
import { isSaved, type Status } from '../../papers/paper';
import type { PaperDetails, PaperRecord } from '../../papers/record';
import type { TagsChange } from '../../papers/tags';
import type { Tag } from '../../store/database/schema';
import { type DraftHooks, storedNote } from '../note/note-draft';
import { NoteEditor } from '../note/note-editor';
import { RichText } from '../rich-text/rich-text';
import { TagEditor } from '../tags/tag-editor';
import { PaperLinks } from './paper-links';
import { StatusChoice } from './status-choice';

/** The opened part of a row. */
export interface OpenedPaperProps {
  readonly paper: PaperRecord;
  readonly details: PaperDetails | undefined;
  readonly note: Note | undefined;
  readonly knownTags: readonly Tag[];
  readonly onTags: (change: TagsChange) => Promise<void>;
  readonly onNote: DraftHooks['save'];
  readonly onStatus: (status: Status) => void;
  readonly onRemove: () => void;
  /** The reader follows one of its links. */
  readonly onVisit: () => void;
  /** What rules can be made of it. */
  readonly rules: ComponentChildren;
}

/** About so many characters fit into the lines an abstract is cut to. */
const fitting = 260;

function Abstract({ words }: { readonly words: string }): JSX.Element {
  const [isWhole, setWhole] = useState(words.length <= fitting);
  return (
    <div class="abstract">
      <p class={isWhole ? undefined : 'clamped'} dir="auto">
        <RichText text={words} />
      </p>
      {words.length > fitting && (
        <button
          type="button"
          class="link"
          aria-expanded={isWhole}
          onClick={() => setWhole(!isWhole)}
        >
          {text(isWhole ? 'showLess' : 'showMore')}
        </button>
      )}
    </div>
  );
}

function Words({ details }: { readonly details: PaperDetails | undefined }): JSX.Element {
  const { abstract, aiSummary, aiKeywords } = details ?? {};
  return (
    <div class="words">
      {aiSummary && (
        <div>
          <h4>{text('aiSummary')}</h4>
          <p dir="auto">
            <RichText text={aiSummary} />
          </p>
        </div>
      )}
      {aiKeywords?.length ? (
        <p class="keywords">
          <span class="unseen">{text('keywords')}: </span>
          {aiKeywords.join(' · ')}
        </p>
      ) : null}
      {abstract && (
        <div>
          <h4>{text('abstract')}</h4>
          <Abstract words={abstract} />
        </div>
      )}
      {!abstract && !aiSummary && <p class="quiet">{text('noDetails')}</p>}
    </div>
  );
}

function AllAuthors({ paper, details }: OpenedPaperProps): JSX.Element | null {
  const names = details?.authors ?? paper.authors;
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

function Foot({ paper, onStatus, onRemove }: OpenedPaperProps): JSX.Element {
  return (
    <div class="foot">
      <StatusChoice state={paper.state} onChange={onStatus} />
      <button
        type="button"
        class="plain remove"
        data-action="remove"
        aria-label={text('removeName', paper.title ?? paper.id)}
        onClick={onRemove}
      >
        {text('remove')}
      </button>
    </div>
  );
}

/** Everything of a paper: what it says, where it is, and the reader's own words. */
export function OpenedPaper(props: OpenedPaperProps): JSX.Element {
  const { paper } = props;
  return (
    <div class="body">
      <Words details={props.details} />
      <AllAuthors {...props} />
      <PaperLinks {...props} />
      {props.rules}
      {isSaved(paper.state) && (
        <TagEditor tags={paper.tags} known={props.knownTags} onChange={props.onTags} />
      )}
      {isSaved(paper.state) && (
        <NoteEditor stored={storedNote(props.paper, props.note)} onSave={props.onNote} />
      )}
      {isSaved(paper.state) && <Foot {...props} />}
    </div>
  );
}
