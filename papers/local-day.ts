import { dayLength, isoDay } from './record';

/** The last instant that any calendar here holds, in ms since the epoch. */
export const latest = Date.UTC(9999, 11, 30);

/**
 * The day on the reader's calendar at an instant, by the time zone the machine is in now.
 * @param at ms since the epoch; what no calendar holds is taken for the nearest day it does.
 * @returns An ISO day.
 */
export function localDay(at: number): string {
  const instant = Math.min(latest, Math.max(dayLength, at));
  return isoDay(instant - new Date(instant).getTimezoneOffset() * 60_000);
}

/**
 * The reader's calendar day around an instant, whatever length it has there.
 * @param at ms since the epoch.
 * @returns Its first instant, and the first one after it, in ms.
 */
export function localDayBounds(at: number): { readonly from: number; readonly to: number } {
  const instant = new Date(at);
  const midnight = (days: number) =>
    new Date(instant.getFullYear(), instant.getMonth(), instant.getDate() + days).getTime();
  return { from: midnight(0), to: midnight(1) };
}
