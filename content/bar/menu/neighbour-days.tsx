import type { JSX } from 'preact';
import type { NeighbourDay, NeighbourDays } from '../../../lib/bar-messages';
import { counted, shortDay, text } from '../../../lib/text';
import { dayAddress } from '../day-address';
import type { BarService } from '../service';

function Chevron({ points }: { readonly points: 'back' | 'on' }): JSX.Element {
  return (
    <svg class={`chevron ${points}`} viewBox="0 0 8 12" aria-hidden="true">
      <path d="M6 2 2 6l4 4" />
    </svg>
  );
}

function DayLink(props: {
  readonly to: NeighbourDay;
  readonly where: 'before' | 'after';
  readonly now: number;
}): JSX.Element {
  const { to, where, now } = props;
  const day = shortDay(to.day, now);
  const key = where === 'before' ? 'barDayBefore' : 'barDayAfter';
  const name = to.new === undefined ? text('barDayUnknown', day) : counted(key, to.new, day);
  return (
    <a class="day" data-day={where} href={dayAddress(to.day)} aria-label={name}>
      {where === 'before' && <Chevron points="back" />}
      {day}
      {to.new !== undefined && (
        <span class={to.new > 0 ? 'new' : undefined}>{counted('barDayNew', to.new)}</span>
      )}
      {where === 'after' && <Chevron points="on" />}
    </a>
  );
}

/** The days beside the one of the page, and the gap before them if papers are still new there. */
export function Days(props: {
  readonly service: BarService;
  readonly neighbourDays: NeighbourDays;
}): JSX.Element | null {
  const { before, after, missed, missedNew } = props.neighbourDays;
  if (!before && !after && missed.length === 0) return null;
  const now = Date.now();
  return (
    <nav class="days" aria-label={text('barDays')}>
      {missed.length > 0 && (
        <button
          type="button"
          class="day gap"
          data-action="missed"
          aria-label={counted('barMissedName', missed.length, missedNew)}
          onClick={() => props.service.catchUp(missed)}
        >
          {counted('barMissed', missed.length, missedNew)}
        </button>
      )}
      {before && <DayLink to={before} where="before" now={now} />}
      {after && <DayLink to={after} where="after" now={now} />}
    </nav>
  );
}
