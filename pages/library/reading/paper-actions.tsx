import type { JSX, RefObject } from 'preact';
import { useState } from 'preact/hooks';
import { keyed } from '../../../lib/keymap/hints';
import { text } from '../../../lib/text';
import { isSaved, isUndecided } from '../../../papers/paper';
import type { PaperRecord } from '../../../papers/record';
import { SnoozeForm } from './snooze-form';

/** What can be done with one paper beside its status, tags and note. */
export interface PaperActionsProps {
  readonly paper: PaperRecord;
  readonly now: number;
  readonly onSave: () => void;
  readonly onStar: (on: boolean) => void;
  readonly onQueue: (on: boolean) => void;
  /** @param until ms since the epoch. */
  readonly onSnooze: (until: number) => void;
  readonly onWake: () => void;
  readonly onCopy: (as: 'link' | 'markdown') => void;
  /** Sends it to Zotero; called within the click. */
  readonly onZotero: () => void;
  readonly onLater: () => void;
  /** Makes it undecided again, whose decision was put off or who was dismissed. */
  readonly onTakeBack: () => void;
  readonly onDismiss: () => void;
  readonly onRemove: () => void;
  readonly onRestore: () => void;
}

interface TogglesProps extends PaperActionsProps {
  /** The button that asks until when, where something else is to reach it. */
  readonly snooze: RefObject<HTMLButtonElement | null>;
}

function OfSaved(props: TogglesProps): JSX.Element {
  const { paper, onStar, onQueue } = props;
  const [isSnoozing, setSnoozing] = useState(false);
  const isQueued = paper.queueAt !== undefined;
  return (
    <>
      <div class="buttons">
        <button
          type="button"
          class="button"
          data-action="star"
          aria-pressed={paper.starred === true}
          onClick={() => onStar(paper.starred !== true)}
          {...keyed('star', text('star'))}
        >
          {text(paper.starred ? 'starred' : 'star')}
        </button>
        <button
          type="button"
          class="button"
          data-action="queue"
          aria-pressed={isQueued}
          onClick={() => onQueue(!isQueued)}
          {...keyed('queue', text('listQueue'))}
        >
          {text('listQueue')}
        </button>
        {paper.state === 'snoozed' ? (
          <button type="button" class="button" data-action="wake" onClick={props.onWake}>
            {text('wake')}
          </button>
        ) : (
          <button
            ref={props.snooze}
            type="button"
            class="button"
            data-action="snooze"
            aria-expanded={isSnoozing}
            onClick={() => setSnoozing(!isSnoozing)}
            {...keyed('putOff', text('snooze'))}
          >
            {text('snooze')}
          </button>
        )}
      </div>
      {isSnoozing && (
        <SnoozeForm now={props.now} onSnooze={props.onSnooze} onClose={() => setSnoozing(false)} />
      )}
    </>
  );
}

function Entering(props: PaperActionsProps): JSX.Element {
  const { paper, onRestore, onSave } = props;
  const isDeleted = paper.state === 'deleted';
  const isPutOff = paper.state === 'later' || paper.state === 'dismissed';
  return (
    <div class="buttons">
      <button
        type="button"
        class="button main"
        data-action={isDeleted ? 'restore' : 'save'}
        onClick={isDeleted ? onRestore : onSave}
        {...(isDeleted ? {} : keyed('save', text('cardSave')))}
      >
        {text(isDeleted ? 'restore' : 'cardSave')}
      </button>
      {isPutOff && (
        <button type="button" class="button" data-action="take-back" onClick={props.onTakeBack}>
          {text('restore')}
        </button>
      )}
      {isUndecided(paper.state) && paper.state !== 'later' && (
        <button
          type="button"
          class="button"
          data-action="later"
          onClick={props.onLater}
          {...keyed('putOff', text('putOff'))}
        >
          {text('putOff')}
        </button>
      )}
    </div>
  );
}

function Leaving(props: PaperActionsProps): JSX.Element {
  const { state } = props.paper;
  return (
    <>
      {state !== 'deleted' && state !== 'dismissed' && (
        <button
          type="button"
          class="button"
          data-action="dismiss"
          onClick={props.onDismiss}
          {...keyed('dismiss', text('cardDismiss'))}
        >
          {text('cardDismiss')}
        </button>
      )}
      {isSaved(state) && (
        <button
          type="button"
          class="button"
          data-action="remove"
          onClick={props.onRemove}
          {...keyed('remove', text('remove'))}
        >
          {text('remove')}
        </button>
      )}
    </>
  );
}

/** What is done with a paper while it is read: star, queue, snooze; or to save it, where it is not. */
export function PaperToggles(props: TogglesProps): JSX.Element {
  return isSaved(props.paper.state) ? <OfSaved {...props} /> : <Entering {...props} />;
}

/** What is done with a paper at the end: take it along, or let it go. */
export function PaperActions(props: PaperActionsProps): JSX.Element {
  return (
    <div class="buttons">
      <button
        type="button"
        class="button"
        onClick={() => props.onCopy('link')}
        {...keyed('copy', text('copyLink'))}
      >
        {text('copyLink')}
      </button>
      <button type="button" class="button" onClick={() => props.onCopy('markdown')}>
        {text('copyMarkdown')}
      </button>
      <button type="button" class="button" data-action="zotero" onClick={props.onZotero}>
        {text('zoteroSend')}
      </button>
      <Leaving {...props} />
    </div>
  );
}
