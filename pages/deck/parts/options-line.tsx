import type { ComponentChildren, JSX } from 'preact';
import { useRef } from 'preact/hooks';
import { counted, text } from '../../../lib/text';
import { undecidedWords } from '../../../wording/undecided';

/** The time limits on offer, in minutes. */
const limits = [5, 10, 20];

/** What the deck is asked to go through. */
export interface OptionsLineProps {
  /** In minutes; `undefined` for no limit, and once it is used up, so that it can be chosen again. */
  readonly limit: number | undefined;
  /** How many papers "dismiss the rest" is about, and whether those are what a time limit leaves out. */
  readonly rest: number;
  readonly isLimited: boolean;
  /** How many papers are muted, and whether they are shown. */
  readonly muted: number;
  readonly withMuted: boolean;
  readonly onChoose: () => void;
  readonly onLimit: (minutes: number | undefined) => void;
  readonly onDismissRest: () => void;
  readonly onMuted: (withMuted: boolean) => void;
  /** How many of those left are new, and how many the reader had a glimpse of. */
  readonly waiting: { readonly new: number; readonly seen: number };
  readonly onlyUnseen: boolean;
  readonly onOnlyUnseen: (onlyUnseen: boolean) => void;
  /** In which order they come. */
  readonly order: ComponentChildren;
}

function Muted({ muted, withMuted, onMuted }: OptionsLineProps): JSX.Element | null {
  if (muted === 0) return null;
  return (
    <p class="muted-line">
      {counted(withMuted ? 'deckMutedIn' : 'deckMutedOut', muted)}{' '}
      <button type="button" class="link" onClick={() => onMuted(!withMuted)}>
        {text(withMuted ? 'deckMutedLeaveOut' : 'deckMutedInclude')}
      </button>
    </p>
  );
}

/** How many of those left were glimpsed, and a choice whether those are shown. */
function Waiting({ waiting, onlyUnseen, onOnlyUnseen }: OptionsLineProps): JSX.Element | null {
  if (!onlyUnseen && waiting.seen === 0) return null;
  return (
    <p class="waiting-line">
      {undecidedWords(waiting)} ·{' '}
      <button
        type="button"
        class="link"
        data-action="only-unseen"
        onClick={() => onOnlyUnseen(!onlyUnseen)}
      >
        {text(onlyUnseen ? 'deckWithSeen' : 'deckOnlyUnseen')}
      </button>
    </p>
  );
}

/**
 * The page's own keys act again after a choice by mouse. One by keys keeps the focus: they go on
 * choosing, and must not decide on a paper.
 */
function Limit({ limit, onLimit }: OptionsLineProps): JSX.Element {
  const isByKeys = useRef(false);
  return (
    <label>
      <span class="unseen">{text('deckLimitName')}</span>
      <select
        value={limit ?? ''}
        onKeyDown={() => {
          isByKeys.current = true;
        }}
        onPointerDown={() => {
          isByKeys.current = false;
        }}
        onChange={({ currentTarget }) => {
          onLimit(currentTarget.value ? Number(currentTarget.value) : undefined);
          if (!isByKeys.current) currentTarget.blur();
        }}
      >
        <option value="">{text('deckNoLimit')}</option>
        {limits.map((minutes) => (
          <option key={minutes} value={minutes}>
            {counted('deckLimit', minutes)}
          </option>
        ))}
      </select>
    </label>
  );
}

/** Which papers, how much time, and what to do with the rest. */
export function OptionsLine(props: OptionsLineProps): JSX.Element {
  const { rest, isLimited } = props;
  return (
    <div class="deck-options">
      <button type="button" class="link" data-action="choose" onClick={props.onChoose}>
        {text('deckChoose')}
      </button>
      <Limit {...props} />
      {props.order}
      {rest > 0 && (
        <button type="button" class="link" data-action="rest" onClick={props.onDismissRest}>
          {counted(isLimited ? 'deckDismissRest' : 'deckDismissLeft', rest)}
        </button>
      )}
      <Waiting {...props} />
      <Muted {...props} />
    </div>
  );
}
