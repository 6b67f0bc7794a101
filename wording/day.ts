import { shortDay, text } from '../lib/text';

/** A day as a heading, in UTC as the digests count: `Thu 26 Mar`. */
export function dayHeading(day: string, now: number): string {
  const date = new Date(day);
  if (Number.isNaN(date.getTime())) return day;
  const weekday = date.toLocaleDateString(text('locale'), { weekday: 'short', timeZone: 'UTC' });
  return text('dayHeading', weekday, shortDay(day, now));
}
