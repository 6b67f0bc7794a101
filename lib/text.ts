import type messages from '../public/_locales/en/messages.json';
import { browser } from './browser';

type Messages = typeof messages;

/** The keys of the catalogue. */
export type MessageKey = Extract<keyof Messages, string>;

type PluralKey = {
  [Key in MessageKey]: Key extends `${infer Base}_other` ? Base : never;
}[MessageKey];

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
  const form = formats().plural.select(count);
  const values = [count, ...substitutions].map(written);
  return (
    browser.i18n.getMessage(`${key}_${form}` as MessageKey, values) ||
    browser.i18n.getMessage(`${key}_other`, values)
  );
}

/** A number as the reader's language writes it. */
export function number(value: number): string {
  return formats().number.format(value);
}

/** A short number: `1.4k`. */
export function shortNumber(value: number): string {
  return formats().compact.format(value);
}

/** A day in short, with the year where it is not the current one: `12 Oct`, `12 Oct 2024`. */
export function shortDay(iso: string, now: number): string {
  const date = new Date(iso);
  if (Number.isNaN(date.getTime())) return iso;
  const sameYear = date.getUTCFullYear() === new Date(now).getUTCFullYear();
  return (sameYear ? formats().day : formats().dayOfYear).format(date);
}

/** Some things one after the other, with the language's own commas. */
export function listed(parts: readonly string[]): string {
  return formats().list.format(parts);
}

/** An ISO month in words: `Oct 2024`. */
export function monthName(iso: string): string {
  const date = new Date(`${iso}-01`);
  return Number.isNaN(date.getTime()) ? iso : formats().month.format(date);
}

function written(value: string | number): string {
  return typeof value === 'number' ? number(value) : value;
}

type Formats = ReturnType<typeof makeFormats>;
let made: Formats | undefined;

/** Made once: a formatter costs more than the row it is used in. */
function formats(): Formats {
  made ??= makeFormats();
  return made;
}

/** In the language of the catalogue in use, so that dates and plurals agree with the words around them. */
function makeFormats() {
  const locale = browser.i18n.getMessage('locale');
  const day = { timeZone: 'UTC', day: 'numeric', month: 'short' } as const;
  return {
    plural: new Intl.PluralRules(locale),
    number: new Intl.NumberFormat(locale),
    compact: new Intl.NumberFormat(locale, { notation: 'compact', maximumFractionDigits: 1 }),
    day: new Intl.DateTimeFormat(locale, day),
    list: new Intl.ListFormat(locale, { type: 'unit' }),
    month: new Intl.DateTimeFormat(locale, { timeZone: 'UTC', month: 'short', year: 'numeric' }),
    dayOfYear: new Intl.DateTimeFormat(locale, { ...day, year: 'numeric' }),
  };
}
