import { dayLength, isoDay } from './record';

/**
 * The number of a day, so that days can be counted.
 * @param day An ISO day.
 * @returns Whole days since 1970-01-01; `undefined` when it is no day.
 */
export function dayNumber(day: string): number | undefined {
  const at = Date.parse(day);
  return Number.isNaN(at) ? undefined : Math.floor(at / dayLength);
}

/** Whether a day is one of a weekend, on which the site has no list. Takes an ISO day. */
export function isWeekend(day: string): boolean {
  return [0, 6].includes(new Date(day).getUTCDay());
}

/** The ISO day with a number; see `dayNumber`. */
export function dayOf(number: number): string {
  return isoDay(number * dayLength);
}
