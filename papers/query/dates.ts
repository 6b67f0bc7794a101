/** A day told by its distance from today: so many days, weeks, months or years ago. */
const ago =
  /^(\d{1,4})\s?(d|w|m|y)(?:(?<=d)ays?|(?<=w)(?:ee)?ks?|(?<=m)o(?:nth)?s?|(?<=y)(?:ea)?rs?)?(?:\s+ago)?$/i;
const absolute = /^(\d{4})(?:([-/._])(\d{1,2})(?:\2(\d{1,2}))?)?(?:[-/.]|t[\d:.]+z?)?$/;
const named: Readonly<Record<string, number>> = { today: 0, yesterday: 1 };

/**
 * Reads a date as it is typed: `2026`, `2026-3`, `2026/03/27`, `2026.03.27`, or one that moves with the
 * calendar: `today`, `yesterday`, `7d`, `2w`, `3m`, `1y`.
 * @returns Its one spelling: an ISO year, month or day, or the moving date as it is, which is kept so and
 * counted from the day of each search. `undefined` when there is no such date.
 */
export function dateIn(typed: string): string | undefined {
  const small = typed
    .trim()
    .normalize('NFKC')
    .replace(/[\p{Pd}\u2212年]|[月월]\s?(?=\d)|년\s?/gu, '-')
    .replace(/[月日월일]$/, '')
    .toLowerCase();
  const [, count, unit] = ago.exec(small) ?? [];
  if (count !== undefined && unit) return `${Number(count)}${unit}`;
  if (Object.hasOwn(named, small)) return small;
  const [, year, , month, day] = absolute.exec(small) ?? [];
  if (!year) return undefined;
  const parts = [year, ...[month, day].flatMap((part) => part?.padStart(2, '0') ?? [])];
  const iso = parts.join('-');
  return isDay(fullDay(iso)) ? iso : undefined;
}

/**
 * The first day of a date.
 * @param date As `dateIn` gives it.
 * @param today The reader's day, as an ISO day.
 * @returns An ISO day; `undefined` for what is no date.
 */
export function firstDayOf(date: string, today: string): string | undefined {
  const back = Object.hasOwn(named, date) ? named[date] : undefined;
  if (back !== undefined) return before(today, 0, back);
  const [, count = '0', unit] = ago.exec(date) ?? [];
  if (unit === 'd' || unit === 'w') return before(today, 0, Number(count) * (unit === 'w' ? 7 : 1));
  if (unit) return before(today, Number(count) * (unit === 'y' ? 12 : 1), 0);
  const day = fullDay(date);
  return isDay(day) ? day : undefined;
}

/** So many months and days before a day; of a shorter month its last day. */
function before(today: string, months: number, days: number): string {
  const [year = 0, month = 1, day = 1] = today.split('-').map(Number);
  const last = new Date(Date.UTC(year, month - months, 0)).getUTCDate();
  const at = Date.UTC(year, month - 1 - months, Math.min(day, last) - days);
  return new Date(Math.max(at, earliest)).toISOString().slice(0, 10);
}

/** Of year 1, before which an ISO day is written in another way. */
const earliest = Date.parse('0001-01-01T00:00:00Z');

function fullDay(iso: string): string {
  return `${iso}-01-01`.slice(0, 10);
}

function isDay(iso: string): boolean {
  const date = new Date(`${iso}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().slice(0, 10) === iso;
}
