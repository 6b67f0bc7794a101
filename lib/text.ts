import { browser } from './browser';
import { type MessageKey, once, shortDay, written } from './plain-text';

export { listed, type MessageKey, number, shortDay, text } from './plain-text';

type PluralKey = {
  [Key in MessageKey]: Key extends `${infer Base}_other` ? Base : never;
}[MessageKey];

const inMonths = { timeZone: 'UTC', month: 'short', year: 'numeric' } as const;
const inShort = { notation: 'compact', maximumFractionDigits: 1 } as const;
// Marked as pure, so that a content script carries those alone that it uses.
const plural = /* @__PURE__ */ once((locale) => new Intl.PluralRules(locale));
const compact = /* @__PURE__ */ once((locale) => new Intl.NumberFormat(locale, inShort));
const moment = /* @__PURE__ */ once(
  (locale) => new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' }),
);
const month = /* @__PURE__ */ once((locale) => new Intl.DateTimeFormat(locale, inMonths));

/** The plural form of a message for a count: `KEY_one`, `KEY_other`; `$1` is the count. */
export function counted(
  key: PluralKey,
  count: number,
  ...substitutions: readonly (string | number)[]
): string {
  const form = plural().select(count);
  const values = [count, ...substitutions].map(written);
  return (
    browser.i18n.getMessage(`${key}_${form}` as MessageKey, values) ||
    browser.i18n.getMessage(`${key}_other`, values)
  );
}

/** A moment in the reader's own zone: `30 Nov 2026, 04:10`. */
export function dateAndTime(at: number): string {
  return moment().format(at);
}

/** A short number: `1.4k`. */
export function shortNumber(value: number): string {
  return compact().format(value);
}

/** A date in short as far as it is known, by the year or the month only: `2024`, `Oct 2024`, `12 Oct 2024`. */
export function shortDate(iso: string, now: number): string {
  if (iso.length === 4) return iso;
  return iso.length === 7 ? monthName(iso) : shortDay(iso, now);
}

/** An ISO month in words: `Oct 2024`. */
export function monthName(iso: string): string {
  const date = new Date(`${iso}-01`);
  return Number.isNaN(date.getTime()) ? iso : month().format(date);
}
