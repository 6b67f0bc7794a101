import { dayNumber, dayOf } from '../iso-day';
import type { MonthTally } from './month';
import { daysOf, endsOfMonths, endsOfWeeks, firstDay, weekOf } from './span';
import { paceOf } from './weeks';

/** Up to how many weeks the backlog is told week by week; beyond, month by month. */
const mostWeekly = 104;

/** How many papers waited at the end of a day. */
interface BacklogPoint {
  /** ISO day. */
  readonly day: string;
  readonly waiting: number;
}

/** What is saved and not yet read. */
export interface Backlog {
  readonly points: readonly BacklogPoint[];
  /** Whether they are the ends of months; else of weeks. */
  readonly isMonthly: boolean;
  /** Now. */
  readonly waiting: number;
  /** In how many weeks it is all read at the pace of the last eight; absent when never. */
  readonly weeksLeft?: number;
}

/**
 * The backlog over time: what is in the list today, as it came and was read.
 * @param today An ISO day on the reader's calendar.
 */
export function backlogOf(months: readonly MonthTally[], today: string): Backlog {
  const [saved, read] = [daysOf(months, 'saved', today), daysOf(months, 'read', today)];
  const [first, last] = [firstDay(saved, read), dayNumber(today) ?? 0];
  if (first === undefined) return { points: [], isMonthly: false, waiting: 0, weeksLeft: 0 };
  const changes = [...saved, ...[...read].map(([day, count]) => [day, -count] as const)].sort(
    ([one], [other]) => one - other,
  );
  let [level, at] = [0, 0];
  const isMonthly = weekOf(last) - weekOf(first) >= mostWeekly;
  const points = (isMonthly ? endsOfMonths : endsOfWeeks)(first, last).map((end) => {
    for (; (changes[at]?.[0] ?? Number.POSITIVE_INFINITY) <= end; at += 1)
      level += changes[at]?.[1] ?? 0;
    return { day: dayOf(Math.min(end, last)), waiting: Math.max(0, level) };
  });
  const waiting = points.at(-1)?.waiting ?? 0;
  const pace = paceOf(months, today);
  const gain = pace.read - pace.saved;
  if (waiting > 0 && gain <= 0) return { points, isMonthly, waiting };
  return { points, isMonthly, waiting, weeksLeft: waiting === 0 ? 0 : waiting / gain };
}
