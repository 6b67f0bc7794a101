import type { JSX } from 'preact';
import { counted, text } from '../../../lib/text';
import { minutesFor } from '../../../papers/deck/pace';
import { dayHeading } from '../../../wording/day';

/** How far the deck is. */
export interface ProgressProps {
  readonly days: number;
  /** The name of the list that the deck goes through, where it is one. */
  readonly list?: string | undefined;
  /** How many papers there are in all, how many are decided on, and how many are left. */
  readonly total: number;
  readonly done: number;
  readonly left: number;
  /** In ms a paper; see `paceOf`. */
  readonly pace: number;
}

/** A small number in words, as it begins a title. */
function inWords(count: number): string | number {
  return text('deckNumbers').split(' ')[count - 1] ?? count;
}

type Titled = Pick<ProgressProps, 'days' | 'list' | 'total'>;

/** The title of the deck: how much there is. */
export function deckTitle({ days, list, total }: Titled): string {
  const what = list ?? counted('deckDays', days, inWords(days));
  return text('deckTitleOf', what, counted('papers', total));
}

function leftInWords({ left, pace }: ProgressProps): string {
  const minutes = minutesFor(left, pace);
  const time = minutes <= 1 ? text('deckMinute') : counted('deckMinutes', minutes);
  return text('deckLeft', counted('deckLeftCount', left), time);
}

/** How much there is, how much is done, and about how long the rest takes. */
export function DeckProgress(props: ProgressProps): JSX.Element {
  const { done, left } = props;
  return (
    <div class="deck-progress">
      <h1>{deckTitle(props)}</h1>
      <progress value={done} max={Math.max(1, done + left)} aria-label={text('deckProgress')} />
      <p>{left > 0 ? leftInWords(props) : text('deckNoneLeft')}</p>
    </div>
  );
}

/** That more papers may come to a day. */
export function Filling({ day, now }: { readonly day: string; readonly now: number }): JSX.Element {
  return <p class="quiet filling">{text('deckFilling', dayHeading(day, now))}</p>;
}
