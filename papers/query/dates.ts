/** A day told by its distance from today: so many days, weeks, months or years ago. */
const ago =
  /^(?:(?:the )?(last|past|previous) )?(?:(\d{1,4}|[a-z]+) ?)??(d|w|m|y)(?:(?<=d)ays?|(?<=w)(?:ee)?ks?|(?<=m)(?:on?(?:th)?s?|ths?)|(?<=y)(?:ea)?rs?)?(?: ago)?$/;
const counts = ' one two three four five six seven eight nine ten eleven twelve'.split(' ');
const absolute =
  /^(\d{4})(?:([-/._ ])(\d{1,2})(?:\2(\d{1,2}))?)?(?:[-/.]|[t ]\d\d:[\d:.]+ ?(?:z|[-+]\d[\d:]*)?)?$/;
/** `3/2026`; `27.3.2026` with dots, and with other signs where no month has the number. */
const turned = /^(?:(\d{1,2})([-/. ]))?(\d{1,2})[-/. ](\d{4})$/;
const inWords = /^(?=.*\d{4})(?:(\d{4}) )?(?:(\d{1,2}) )?([a-z]{3,})(?: (\d{1,2}))?(?: (\d{4}))?$/;
const months =
  'january february march april may june july august september october november december'.split(
    ' ',
  );
const named: Readonly<Record<string, number>> = { today: 0, yesterday: 1 };
/** Begun, and still going on. */
const current = /^this (week|month|year)$/;

/**
 * Reads a date as it is typed: `2026`, `2026-3`, `2026/03/27`, `2026.03.27`, `27 March 2026`, `27.3.2026`, or one that
 * moves with the calendar: `today`, `yesterday`, `7d`, `2w`, `3m`, `1y`, `last week`, `this month`.
 * @returns Its one spelling: an ISO year, month or day, or the moving date as it is, which is kept so and
 * counted from the day of each search. `undefined` when there is no such date.
 */
export function dateIn(typed: string): string | undefined {
  const small = typed
    .normalize('NFKC')
    .replace(/[\p{Pd}\u2212]|\s?(?:年|[月월](?=\s?\d)|년)\s?/gu, '-')
    .replace(/\s?[月日월일]\s*$/, '')
    .replace(/\s+/g, ' ')
    .trim()
    .toLowerCase();
  if (small === 'now') return 'today';
  if (Object.hasOwn(named, small) || current.test(small)) return small;
  const iso = writtenIn(small);
  if (iso === undefined) return distanceIn(small);
  return isDay(fullDay(iso)) ? iso : undefined;
}

function distanceIn(small: string): string | undefined {
  const [, last, written = last && '1', unit] = ago.exec(small) ?? [];
  const word = /^an?$/.test(written ?? '') ? 1 : counts.indexOf(written ?? '');
  const count = word > 0 ? word : Number(written);
  return unit && Number.isInteger(count) ? `${count}${unit}` : undefined;
}

/** The parts of a date of the calendar as an ISO day, month or year, whether there is such a day or not. */
function writtenIn(small: string): string | undefined {
  const [, year, , month, day] = absolute.exec(small) ?? [];
  if (year) return isoOf(year, month, day);
  const [, one, sign, other = '', last] = turned.exec(small) ?? [];
  if (last && one === undefined) return isoOf(last, other);
  if (last && (sign === '.' || Number(one) > 12)) return isoOf(last, other, one);
  if (last) return Number(other) > 12 ? isoOf(last, one, other) : undefined;
  const plain = small.replace(/(\d)(?:st|nd|rd|th)\b/, '$1').replace(/[-,./ ]+/g, ' ');
  const [, first, before, name = '', after, end] = inWords.exec(plain) ?? [];
  const number = months.findIndex((one) => one.startsWith(name.replace(/^sept$/, 'sep'))) + 1;
  const isOnce = Boolean(first) !== Boolean(end) && !(before && after);
  return name && number && isOnce ? isoOf(first ?? end, `${number}`, before ?? after) : undefined;
}

function isoOf(...parts: readonly (string | undefined)[]): string {
  return parts.flatMap((part) => part?.padStart(2, '0') ?? []).join('-');
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
  const [, begun] = current.exec(date) ?? [];
  if (begun) return beginningOf(begun, today);
  const [, count = '0', unit] = /^(\d+)([dwmy])$/.exec(date) ?? [];
  if (unit === 'd' || unit === 'w') return before(today, 0, Number(count) * (unit === 'w' ? 7 : 1));
  if (unit) return before(today, Number(count) * (unit === 'y' ? 12 : 1), 0);
  const day = fullDay(date);
  return isDay(day) ? day : undefined;
}

/** The first day of the week, from Monday on, the month or the year. */
function beginningOf(unit: string, today: string): string {
  if (unit === 'week')
    return before(today, 0, (new Date(`${today}T00:00:00Z`).getUTCDay() + 6) % 7);
  return fullDay(today.slice(0, unit === 'year' ? 4 : 7));
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
