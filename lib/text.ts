import type messages from '../public/_locales/en/messages.json';
import { browser } from './browser';

type Messages = typeof messages;

/** The keys of the catalogue. */
export type MessageKey = Extract<keyof Messages, string>;

type PluralKey = {
  [Key in MessageKey]: Key extends `${infer Base}_other` ? Base : never;
}[MessageKey];

/**
 * A formatter, made when it is first used and once, since it costs more than the row it is used in. In the language of
 * the catalogue in use, so that dates and plurals agree with the words around them.
 */
function once<T>(make: (locale: string) => T): () => T {
  let made: T | undefined;
  return () => {
    made ??= make(browser.i18n.getMessage('locale'));
    return made;
  };
}

const inDays = { timeZone: 'UTC', day: 'numeric', month: 'short' } as const;
const inMonths = { timeZone: 'UTC', month: 'short', year: 'numeric' } as const;
const inShort = { notation: 'compact', maximumFractionDigits: 1 } as const;
// Marked as pure, so that a content script carries those alone that it uses.
const plural = /* @__PURE__ */ once((locale) => new Intl.PluralRules(locale));
const decimal = /* @__PURE__ */ once((locale) => new Intl.NumberFormat(locale));
const compact = /* @__PURE__ */ once((locale) => new Intl.NumberFormat(locale, inShort));
const day = /* @__PURE__ */ once((locale) => new Intl.DateTimeFormat(locale, inDays));
const dayOfYear = /* @__PURE__ */ once(
  (locale) => new Intl.DateTimeFormat(locale, { ...inDays, year: 'numeric' }),
);
const list = /* @__PURE__ */ once((locale) => new Intl.ListFormat(locale, { type: 'unit' }));
const moment = /* @__PURE__ */ once(
  (locale) => new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' }),
);
const month = /* @__PURE__ */ once((locale) => new Intl.DateTimeFormat(locale, inMonths));

/** Texts as they stand: asking the browser for one costs more than the row it is used in. */
const plain = new Map<MessageKey, string>();

/**
 * The reader's text for a key of `_locales`.
 * @param substitutions For `$1`, `$2` … of the message; numbers are written as the locale does.
 */
export function text(key: MessageKey, ...substitutions: readonly (string | number)[]): string {
  if (substitutions.length) return browser.i18n.getMessage(key, substitutions.map(written));
  const known = plain.get(key) ?? browser.i18n.getMessage(key);
  plain.set(key, known);
  return known;
}

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

/** A number as the reader's language writes it. */
export function number(value: number): string {
  return decimal().format(value);
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

/** A day in short, with the year where it is not the current one: `12 Oct`, `12 Oct 2024`. */
export function shortDay(iso: string, now: number): string {
  const date = new Date(iso);
  if (Number.isNaN(date.getTime())) return iso;
  const sameYear = date.getUTCFullYear() === new Date(now).getUTCFullYear();
  return (sameYear ? day() : dayOfYear()).format(date);
}

/** Some things one after the other, with the language's own commas. */
export function listed(parts: readonly string[]): string {
  return list().format(parts);
}

/** An ISO month in words: `Oct 2024`. */
export function monthName(iso: string): string {
  const date = new Date(`${iso}-01`);
  return Number.isNaN(date.getTime()) ? iso : month().format(date);
}

function written(value: string | number): string {
  return typeof value === 'number' ? number(value) : value;
}
