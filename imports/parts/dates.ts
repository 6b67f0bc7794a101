const months = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');

/**
 * A date of publication as ISO 8601, as far as it is known: `2025`, `2025-03`, `2025-03-03`.
 * @returns `undefined` where no year can be found.
 */
export function publishedOn(
  year: string | number | undefined,
  month?: string | number | undefined,
  day?: string | number | undefined,
): string | undefined {
  const wholeYear = /(?<!\d)(1[5-9]\d\d|20\d\d)(?!\d)/.exec(String(year ?? ''))?.[1];
  if (!wholeYear) return undefined;
  const inYear = monthNumber(String(month ?? ''));
  if (inYear === undefined) return wholeYear;
  const dayOf = /^\s*(\d{1,2})\b/.exec(String(day ?? ''))?.[1];
  const isDay = dayOf !== undefined && Number(dayOf) >= 1 && Number(dayOf) <= 31;
  return [wholeYear, two(inYear), ...(isDay ? [two(Number(dayOf))] : [])].join('-');
}

/** Behind a year RIS has any words, and no town of `Marseille` is a month. */
const wholeMonths =
  /^(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)$/i;

/** A date as a text: `2025-03-03`, `2025/03//`, `2020-10-22/2021-06-03` (the first), `October 2024`, `5 Oct 1990`. */
export function dateIn(text: string | undefined): string | undefined {
  const plain = text?.trim() ?? '';
  const [, year, month, day] =
    /^(\d{4})(?:[-/.](\d{1,2})?(?:[-/.](\d{1,2})(?!\d))?)?/.exec(plain) ?? [];
  const [word = '', named] =
    /\b(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\p{L}*/iu.exec(plain) ?? [];
  if (!year) return publishedOn(plain, named);
  return publishedOn(year, month ?? (wholeMonths.test(word) ? named : undefined), day);
}

/** Whether a text says nothing but the date that was read of it: no end, no season, no doubt. */
export function isWholeDate(text: string, date: string | undefined): boolean {
  if (date === undefined || dateIn(text) === undefined) return false;
  const words = text.match(/\d+|\p{L}+/gu) ?? [];
  if (words.some((word) => /^\p{L}/u.test(word) && monthNumber(word) === undefined)) return false;
  return words.length <= date.split('-').length && (text.match(/\d{4}/g) ?? []).length < 2;
}

/**
 * When something was put somewhere, in ms since the epoch: an ISO instant; one without a zone in the given
 * one; seconds since 1970 with or without fraction; milliseconds.
 * @param zone What an instant without a zone is in: `Z`, or '' for the reader's own.
 */
export function instantIn(text: string | number | undefined, zone = 'Z'): number | undefined {
  if (text === undefined || text === '') return undefined;
  const plain = String(text).trim();
  if (/^\d{9,13}(?:\.\d+)?$/.test(plain)) {
    const number = Number(plain);
    return sane(number < 1e11 ? number * 1000 : number);
  }
  const english = englishInstant(plain);
  const [, day, time, own = ''] =
    /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?))?\s*(Z|[+-]\d{2}:?\d{2})?$/.exec(
      english ?? plain,
    ) ?? [];
  if (!day) return undefined;
  const offset = own.replace(/^([+-]\d{2})(\d{2})$/, '$1:$2');
  return sane(Date.parse(`${day}T${time ?? '00:00'}${offset || zone}`));
}

/** `January 2, 2024 3:04 PM`, as Notion writes it. */
function englishInstant(text: string): string | undefined {
  const [, month = '', day = '', year, hour, minute, half = ''] =
    /^(\p{L}{3,9}) (\d{1,2}), (\d{4})(?:,? (\d{1,2}):(\d{2})(?:\s*([AP])M)?)?$/iu.exec(text) ?? [];
  const number = monthNumber(month);
  if (!year || number === undefined) return undefined;
  const hours = half ? (Number(hour) % 12) + (/p/i.test(half) ? 12 : 0) : Number(hour ?? 0);
  return `${year}-${two(number)}-${two(Number(day))}T${two(hours)}:${minute ?? '00'}`;
}

function sane(at: number): number | undefined {
  return Number.isFinite(at) && at > 0 && at < 8e15 ? Math.trunc(at) : undefined;
}

function monthNumber(text: string): number | undefined {
  const number = /^\s*(\d{1,2})\s*$/.exec(text)?.[1];
  if (number !== undefined)
    return Number(number) >= 1 && Number(number) <= 12 ? Number(number) : undefined;
  const at = months.indexOf(text.trim().slice(0, 3).toLowerCase());
  return at < 0 ? undefined : at + 1;
}

function two(number: number): string {
  return String(number).padStart(2, '0');
}
