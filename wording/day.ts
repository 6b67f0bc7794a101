import { shortDay, text } from '../lib/text';

/** Made once, since making one costs more than all that stands beside it. */
let weekdays: Intl.DateTimeFormat | undefined;

/** A day as a heading, in UTC as the digests count: `Thu 26 Mar`. */
export function dayHeading(day: string, now: number): string {
  const date = new Date(day);
  if (Number.isNaN(date.getTime())) return day;
  weekdays ??= new Intl.DateTimeFormat(text('locale'), { weekday: 'short', timeZone: 'UTC' });
  return text('dayHeading', weekdays.format(date), shortDay(day, now));
}
