import type { JSX } from 'preact';
import { useRef, useState } from 'preact/hooks';
import { useLayer } from '../../../components/ui/use-layer';
import { counted, text } from '../../../lib/text';
import { isoWeekOf, type Scope } from '../../../papers/deck/scope';
import { dayHeading } from '../../../wording/day';

/** Which days the deck goes through. */
export interface ChooserProps {
  /** How many new papers each day has, by ISO day, newest first; days without any left out. */
  readonly counts: ReadonlyMap<string, number>;
  readonly scope: Scope;
  readonly now: number;
  readonly onChoose: (scope: Scope) => void;
  readonly onClose: () => void;
}

interface WeekProps extends Pick<ChooserProps, 'counts' | 'now'> {
  readonly week: string;
  readonly days: readonly string[];
  readonly chosen: ReadonlySet<string>;
  readonly onToggle: (days: readonly string[], on: boolean) => void;
}

function Week({ week, days, counts, chosen, now, onToggle }: WeekProps): JSX.Element {
  const isWhole = days.every((day) => chosen.has(day));
  const sum = days.reduce((total, day) => total + (counts.get(day) ?? 0), 0);
  const entry = (key: string, name: string, count: number, on: boolean, of: readonly string[]) => (
    <label>
      <input type="checkbox" name={key} checked={on} onChange={() => onToggle(of, !on)} />
      <span>{name}</span>
      <span class="count">{counted('papers', count)}</span>
    </label>
  );
  return (
    <li>
      {entry(week, text('deckWeek', String(Number(week.slice(-2)))), sum, isWhole, days)}
      <ul>
        {days.map((day) => (
          <li key={day}>
            {entry(day, dayHeading(day, now), counts.get(day) ?? 0, chosen.has(day), [day])}
          </li>
        ))}
      </ul>
    </li>
  );
}

function byWeek(days: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const weeks = new Map<string, string[]>();
  for (const day of days) {
    const week = isoWeekOf(day) ?? day;
    weeks.set(week, [...(weeks.get(week) ?? []), day]);
  }
  return weeks;
}

/** A window to choose days and weeks in. */
export function Chooser(props: ChooserProps): JSX.Element {
  const { counts, scope, now, onChoose } = props;
  const ref = useRef<HTMLDialogElement>(null);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set(scope.days));
  useLayer(ref, props.onClose);
  const toggle = (days: readonly string[], on: boolean) => {
    const next = new Set(chosen);
    for (const day of days) on ? next.add(day) : next.delete(day);
    setChosen(next);
  };
  const sum = (days: Iterable<string>) =>
    [...days].reduce((total, day) => total + (counts.get(day) ?? 0), 0);
  return (
    <dialog ref={ref} class="chooser" aria-labelledby="chooser-title" onClose={props.onClose}>
      <form method="dialog" class="top">
        <h2 id="chooser-title">{text('deckChoose')}</h2>
        <button type="submit" class="button">
          {text('close')}
        </button>
      </form>
      <button type="button" class="button" data-action="everything" onClick={() => onChoose({})}>
        {counted('deckEverything', sum(counts.keys()))}
      </button>
      <ul class="weeks">
        {[...byWeek([...counts.keys()])].map(([week, days]) => (
          <Week key={week} {...{ week, days, counts, chosen, now }} onToggle={toggle} />
        ))}
      </ul>
      <button
        type="button"
        class="button main"
        data-action="these"
        disabled={sum(chosen) === 0}
        onClick={() => onChoose({ days: [...chosen].filter((day) => counts.has(day)).sort() })}
      >
        {sum(chosen) > 0 ? counted('deckThese', sum(chosen)) : text('deckTheseNone')}
      </button>
    </dialog>
  );
}
