import { dayNumber, dayOf } from '../iso-day';
import type { MonthTally } from './month';

/** How far back the pictures go, in months and in weeks: ten years. */
const mostMonths = 120;
export const mostWeeks = 522;

/** Counts by number of day, in order. */
export type Days = ReadonlyMap<number, number>;

/**
 * How many papers were saved or read on each day. What a wrong clock put into the future is taken
 * for today's, and what is no day is left out.
 * @param today An ISO day on the reader's calendar.
 */
export function daysOf(
  months: readonly MonthTally[],
  part: 'saved' | 'read',
  today: string,
): Map<number, number> {
  const last = dayNumber(today) ?? 0;
  const days = new Map<number, number>();
  for (const [day, count] of months.flatMap((month) => Object.entries(month[part]))) {
    const number = dayNumber(day);
    if (number === undefined) continue;
    const at = Math.min(last, number);
    days.set(at, (days.get(at) ?? 0) + count);
  }
  return new Map([...days].sort(([one], [other]) => one - other));
}

/** The first day that any of some counts has; `undefined` when there is none. */
export function firstDay(...all: readonly Days[]): number | undefined {
  const firsts = all.flatMap((days) => [...days.keys()].slice(0, 1));
  return firsts.length ? Math.min(...firsts) : undefined;
}

/** The number of the ISO week of a day; weeks begin on Monday. */
export function weekOf(day: number): number {
  return Math.floor((day + 3) / 7);
}

/** The number of the day that a week begins with. */
export function mondayOf(week: number): number {
  return week * 7 - 3;
}

/**
 * The ISO months from one to another, both included; of too many the last ones.
 * @param first,last ISO days or months.
 */
export function monthsBetween(first: string, last: string): string[] {
  const [from, to] = [monthNumber(first), monthNumber(last)];
  const start = Math.max(from, to - mostMonths + 1);
  return Array.from({ length: Math.max(0, to - start + 1) }, (_, at) => monthNamed(start + at));
}

/** The ISO month of a tally, or this one where a wrong clock put it into the future. */
export function pastMonth(month: string, today: string): string {
  const current = today.slice(0, 7);
  return month > current ? current : month;
}

/** The last days of the months from one day to another, by number. */
export function endsOfMonths(first: number, last: number): number[] {
  return monthsBetween(dayOf(first), dayOf(last)).map(
    (month) => (dayNumber(`${monthNamed(monthNumber(month) + 1)}-01`) ?? 0) - 1,
  );
}

/** The Sundays of the weeks from one day to another, by number. */
export function endsOfWeeks(first: number, last: number): number[] {
  const [from, to] = [weekOf(first), weekOf(last)];
  return Array.from({ length: to - from + 1 }, (_, at) => mondayOf(from + at) + 6);
}

function monthNumber(iso: string): number {
  return Number(iso.slice(0, 4)) * 12 + Number(iso.slice(5, 7)) - 1;
}

function monthNamed(number: number): string {
  const year = String(Math.floor(number / 12)).padStart(4, '0');
  return `${year}-${String((number % 12) + 1).padStart(2, '0')}`;
}
