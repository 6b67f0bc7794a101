import type { PollState } from '../../lib/poll-state';
import { dayLength, dayStart, isoDay } from '../../papers/record';
import type { Day } from '../../store/database/schema';
import { isFilling, mostDaysBack } from '../../store/days/days';
import { afterQuiet } from './pause';

/** What to ask for in one go. */
export interface Plan {
  /** ISO days, in the order to ask in. */
  readonly days: readonly string[];
  /** Whether days are left that were never asked for since they were over. */
  readonly isMore: boolean;
}

const hour = 3_600_000;
/** How many days are asked for in one go. */
const mostDays = 5;
/** A part of the missed days does not ask for today again before. */
const soon = 50 * 60_000;

/** The first day that a new reader is told of: the last one before today that had a list, in UTC. */
export function firstDay(now: number): string {
  const weekday = new Date(now).getUTCDay();
  const back = weekday === 1 ? 3 : weekday === 0 ? 2 : 1;
  return isoDay(now - back * dayLength);
}

/**
 * The oldest day that is still asked for.
 * @param since See `PollState`. One of the future is a wrong clock's, now or then, and not believed.
 */
export function oldestDay(since: string, now: number): string {
  const back = isoDay(now - mostDaysBack * dayLength);
  if (since > isoDay(now)) return firstDay(now);
  return since > back ? since : back;
}

/** A day that could not be had is asked for in the next two polls, then in each sixth. */
const isDue = (polls: number) => polls < 3 || polls % 6 === 0;

/**
 * Which days to ask for: today, and those before that are still filling or were missed. Days that
 * could not be had while others could come last, and less often. After a failure it begins further
 * back, so that none holds up the others.
 * @param known What is known of the days from `oldestDay` on.
 * @param now ms since the epoch.
 */
export function planDays(
  known: readonly Day[],
  { since, failures, putOff = {} }: Pick<PollState, 'since' | 'failures' | 'putOff'>,
  now: number,
): Plan {
  const today = isoDay(now);
  const byDay = new Map(known.map((day) => [day.day, day]));
  const recordOf = (day: string): Day => byDay.get(day) ?? { day, ids: [] };
  const earlier = daysBefore(today, oldestDay(since, now))
    .map(recordOf)
    .filter((day) => isFilling(day, now));
  const missed = earlier
    .filter((day) => putOff[day.day] === undefined && !isAskedSinceOver(day, now))
    .map(({ day }) => day);
  const { checkedAt = 0 } = recordOf(today);
  const isGoingOn = missed.length > 0 && checkedAt <= now && now - checkedAt < soon;
  const due = earlier.map(({ day }) => day).filter((day) => isDue(putOff[day] ?? 0));
  due.sort((one, other) => (putOff[one] ?? 0) - (putOff[other] ?? 0));
  const others = isGoingOn ? missed : due;
  const begin = failures % Math.max(1, others.length);
  const turned = [...others.slice(begin), ...others.slice(0, begin)];
  const wanted = isGoingOn ? turned : [today, ...turned];
  const days = wanted.slice(0, mostDays);
  return { days, isMore: missed.some((day) => !days.includes(day)) };
}

/**
 * When to poll next.
 * @param quietHours See `Options`.
 * @param now ms since the epoch.
 * @returns In ms since the epoch; the same for some time, so that an alarm set for it may stay.
 */
export function nextPollAt(
  { askAt = 0, lastAskedAt = 0 }: PollState,
  quietHours: readonly [number, number],
  now: number,
): number {
  // A clock that was set back must not wait for instants of the future.
  const isAhead = lastAskedAt > now;
  return afterQuiet(isAhead ? Math.min(askAt, now - (now % hour)) : askAt, quietHours);
}

function daysBefore(today: string, oldest: string): string[] {
  const days: string[] = [];
  for (let at = dayStart(today) - dayLength; at >= dayStart(oldest); at -= dayLength)
    days.push(isoDay(at));
  return days;
}

function isAskedSinceOver({ day, checkedAt = 0 }: Day, now: number): boolean {
  return checkedAt <= now && checkedAt >= dayStart(day) + dayLength;
}
