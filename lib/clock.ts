import { text } from './text';

const minute = 60_000;

/**
 * How long ago something was, in words: `12 minutes ago`. What lies ahead, by a clock that was set
 * back, was just now.
 * @param at ms since the epoch.
 * @param now ms since the epoch.
 */
export function timeAgo(at: number, now: number): string {
  const minutes = Math.floor((now - at) / minute);
  if (minutes < 1) return text('justNow');
  const format = new Intl.RelativeTimeFormat(text('locale'));
  if (minutes < 60) return format.format(-minutes, 'minute');
  const hours = Math.floor(minutes / 60);
  return hours < 48 ? format.format(-hours, 'hour') : format.format(-Math.floor(hours / 24), 'day');
}

/** The time of the reader's day at an instant: `14:30`. */
export function timeOfDay(at: number): string {
  return new Date(at).toLocaleTimeString(text('locale'), { hour: '2-digit', minute: '2-digit' });
}

/**
 * A full hour of the day: `07:00`.
 * @param hour 0 to 23.
 */
export function hourName(hour: number): string {
  return timeOfDay(new Date(2026, 0, 1, hour).getTime());
}
