import type { JSX } from 'preact';
import { useRef, useState } from 'preact/hooks';
import { useLayer } from '../../../components/ui/use-layer';
import { text } from '../../../lib/text';
import { isSaved } from '../../../papers/paper';
import type { PaperRecord } from '../../../papers/record';

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
  readonly onDismiss: () => void;
  readonly onRemove: () => void;
  readonly onRestore: () => void;
}

/** The morning of a day from now on, in the reader's own time. */
function morningIn(days: number, now: number): number {
  const date = new Date(now);
  return new Date(date.getFullYear(), date.getMonth(), date.getDate() + days, 7).getTime();
}

/** A day as a date input writes it, in the reader's own time. */
function dayInput(at: number): string {
  const date = new Date(at);
  const two = (value: number) => String(value).padStart(2, '0');
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

function Snooze(props: PaperActionsProps & { readonly onClose: () => void }): JSX.Element {
  const { now, onClose } = props;
  const ref = useRef<HTMLDivElement>(null);
  useLayer(ref, onClose, 'button');
  const tomorrow = morningIn(1, now);
  const onSnooze = (until: number) => {
    onClose();
    props.onSnooze(until);
  };
  return (
    <div ref={ref} class="snooze">
      <button type="button" class="button" onClick={() => onSnooze(tomorrow)}>
        {text('snoozeTomorrow')}
      </button>
      <button type="button" class="button" onClick={() => onSnooze(morningIn(7, now))}>
        {text('snoozeWeek')}
      </button>
      <button type="button" class="button" onClick={() => onSnooze(morningIn(30, now))}>
        {text('snoozeMonth')}
      </button>
      <label>
        {text('snoozeUntil')}{' '}
        <input
          type="date"
          min={dayInput(tomorrow)}
          onChange={({ currentTarget }) => {
            const at = new Date(`${currentTarget.value}T07:00`).getTime();
            if (at > now) onSnooze(at);
          }}
        />
      </label>
    </div>
  );
}

function OfSaved(props: PaperActionsProps): JSX.Element {
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
        >
          {text(paper.starred ? 'starred' : 'star')}
        </button>
        <button
          type="button"
          class="button"
          data-action="queue"
          aria-pressed={isQueued}
          onClick={() => onQueue(!isQueued)}
        >
          {text('listQueue')}
        </button>
        {paper.state === 'snoozed' ? (
          <button type="button" class="button" data-action="wake" onClick={props.onWake}>
            {text('wake')}
          </button>
        ) : (
          <button
            type="button"
            class="button"
            data-action="snooze"
            aria-expanded={isSnoozing}
            onClick={() => setSnoozing(!isSnoozing)}
          >
            {text('snooze')}
          </button>
        )}
      </div>
      {isSnoozing && <Snooze {...props} onClose={() => setSnoozing(false)} />}
    </>
  );
}

function Entering({ paper, onRestore, onSave }: PaperActionsProps): JSX.Element {
  const isDeleted = paper.state === 'deleted';
  return (
    <div class="buttons">
      <button
        type="button"
        class="button main"
        data-action={isDeleted ? 'restore' : 'save'}
        onClick={isDeleted ? onRestore : onSave}
      >
        {text(isDeleted ? 'restore' : 'cardSave')}
      </button>
    </div>
  );
}

function Leaving(props: PaperActionsProps): JSX.Element {
  const { state } = props.paper;
  return (
    <>
      {state !== 'deleted' && state !== 'dismissed' && (
        <button type="button" class="button" data-action="dismiss" onClick={props.onDismiss}>
          {text('cardDismiss')}
        </button>
      )}
      {isSaved(state) && (
        <button type="button" class="button" data-action="remove" onClick={props.onRemove}>
          {text('remove')}
        </button>
      )}
    </>
  );
}

/** What is done with a paper while it is read: star, queue, snooze; or to save it, where it is not. */
export function PaperToggles(props: PaperActionsProps): JSX.Element {
  return isSaved(props.paper.state) ? <OfSaved {...props} /> : <Entering {...props} />;
}

/** What is done with a paper at the end: take it along, or let it go. */
export function PaperActions(props: PaperActionsProps): JSX.Element {
  return (
    <div class="buttons">
      <button type="button" class="button" onClick={() => props.onCopy('link')}>
        {text('copyLink')}
      </button>
      <button type="button" class="button" onClick={() => props.onCopy('markdown')}>
        {text('copyMarkdown')}
      </button>
      <Leaving {...props} />
    </div>
  );
}
