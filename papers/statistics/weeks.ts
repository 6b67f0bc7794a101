import { dayNumber, dayOf } from '../iso-day';
import type { MonthTally } from './month';
import { type Days, daysOf, firstDay, mondayOf, mostWeeks, weekOf } from './span';

/** How many weeks a pace is the mean of. */
export const paceWeeks = 8;

/** One ISO week. */
export interface Week {
  /** The ISO day it begins with. */
  readonly monday: string;
  readonly saved: number;
  readonly read: number;
  /** On how many of its days something was read. */
  readonly readingDays: number;
}

/** Papers a week. */
export interface Pace {
  readonly saved: number;
  readonly read: number;
}

/** What there is to tell of at all. */
export interface History {
  /** The ISO day on which something was saved or read first. */
  readonly since: string;
  /** How many days ago that was, both days counted; 0 where nothing was. */
  readonly days: number;
  readonly saved: number;
  readonly read: number;
}

/**
 * Since when there is something to tell, and how much.
 * @param today An ISO day on the reader's calendar.
 */
export function historyOf(months: readonly MonthTally[], today: string): History {
  const [saved, read] = [daysOf(months, 'saved', today), daysOf(months, 'read', today)];
  const last = dayNumber(today) ?? 0;
  const first = firstDay(saved, read);
  const total = (days: Days) => sum([...days.keys()], days);
  return {
    since: first === undefined ? today : dayOf(first),
    days: first === undefined ? 0 : last - first + 1,
    saved: total(saved),
    read: total(read),
  };
}

/**
 * Every week from the first with anything in it to the current one, ten years at most.
 * @param today An ISO day on the reader's calendar.
 */
export function weeksOf(months: readonly MonthTally[], today: string): Week[] {
  const [saved, read] = [daysOf(months, 'saved', today), daysOf(months, 'read', today)];
  const first = firstDay(saved, read);
  if (first === undefined) return [];
  const last = weekOf(dayNumber(today) ?? 0);
  const start = Math.max(weekOf(first), last - mostWeeks + 1);
  return Array.from({ length: last - start + 1 }, (_, at) => {
    const days = Array.from({ length: 7 }, (_, day) => mondayOf(start + at) + day);
    return {
      monday: dayOf(mondayOf(start + at)),
      saved: sum(days, saved),
      read: sum(days, read),
      readingDays: days.filter((day) => read.get(day)).length,
    };
  });
}

/**
 * The mean of the last eight weeks, today included; of fewer where nothing is older.
 * @param today An ISO day on the reader's calendar.
 */
export function paceOf(months: readonly MonthTally[], today: string): Pace {
  const [saved, read] = [daysOf(months, 'saved', today), daysOf(months, 'read', today)];
  const last = dayNumber(today) ?? 0;
  const used = last - (firstDay(saved, read) ?? last) + 1;
  const length = Math.min(paceWeeks * 7, Math.max(7, used));
  const days = Array.from({ length }, (_, at) => last - at);
  return { saved: (sum(days, saved) / length) * 7, read: (sum(days, read) / length) * 7 };
}

function sum(days: readonly number[], counts: Days): number {
  return days.reduce((total, day) => total + (counts.get(day) ?? 0), 0);
}
