import type { JSX } from 'preact';
import { counted, text } from '../../lib/text';

/** The time limits on offer, in minutes. */
const limits = [5, 10, 20];

/** What the deck is asked to go through. */
export interface OptionsLineProps {
  /** In minutes; `undefined` for no limit. */
  readonly limit: number | undefined;
  /** How many papers "dismiss the rest" is about. */
  readonly rest: number;
  /** How many papers are muted, and whether they are shown. */
  readonly muted: number;
  readonly withMuted: boolean;
  readonly onChoose: () => void;
  readonly onLimit: (minutes: number | undefined) => void;
  readonly onDismissRest: () => void;
  readonly onMuted: (withMuted: boolean) => void;
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

/** Which papers, how much time, and what to do with the rest. */
export function OptionsLine(props: OptionsLineProps): JSX.Element {
  const { limit, rest } = props;
  return (
    <div class="deck-options">
      <button type="button" class="link" data-action="choose" onClick={props.onChoose}>
        {text('deckChoose')}
      </button>
      <label>
        <span class="unseen">{text('deckLimitName')}</span>
        <select
          value={limit ?? ''}
          onChange={({ currentTarget }) => {
            props.onLimit(currentTarget.value ? Number(currentTarget.value) : undefined);
            currentTarget.blur();
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
      {rest > 0 && (
        <button type="button" class="link" data-action="rest" onClick={props.onDismissRest}>
          {counted(limit === undefined ? 'deckDismissLeft' : 'deckDismissRest', rest)}
        </button>
      )}
      <Muted {...props} />
    </div>
  );
}
