import type messages from '../public/_locales/en/messages.json';
import { browser } from './browser';

type Messages = typeof messages;

/** The keys of the catalogue. */
export type MessageKey = Extract<keyof Messages, string>;

type PluralKey = {
  [Key in MessageKey]: Key extends `${infer Base}_other` ? Base : never;
}[MessageKey];

/**
 * The reader's text for a key of `_locales`.
 * @param substitutions For `$1`, `$2` … of the message; numbers are written as the locale does.
 */
export function text(key: MessageKey, ...substitutions: readonly (string | number)[]): string {
  return browser.i18n.getMessage(key, substitutions.map(written));
}

/** The plural form of a message for a count: `KEY_one`, `KEY_other`; `$1` is the count. */
export function counted(
  key: PluralKey,
  count: number,
  ...substitutions: readonly (string | number)[]
): string {
  const form = new Intl.PluralRules(locale()).select(count);
  const values = [count, ...substitutions].map(written);
  return (
    browser.i18n.getMessage(`${key}_${form}` as MessageKey, values) ||
    browser.i18n.getMessage(`${key}_other`, values)
  );
}

/** A number as the reader's language writes it. */
export function number(value: number): string {
  return value.toLocaleString(locale());
}

/** A short number: `1.4k`. */
export function shortNumber(value: number): string {
  return value.toLocaleString(locale(), { notation: 'compact', maximumFractionDigits: 1 });
}

/** A day in short, with the year where it is not the current one: `12 Oct`, `12 Oct 2024`. */
export function shortDay(iso: string, now: number): string {
  const date = new Date(iso);
  if (Number.isNaN(date.getTime())) return iso;
  const sameYear = date.getUTCFullYear() === new Date(now).getUTCFullYear();
  return date.toLocaleDateString(locale(), {
    timeZone: 'UTC',
    day: 'numeric',
    month: 'short',
    ...(sameYear ? {} : { year: 'numeric' }),
  });
}

function written(value: string | number): string {
  return typeof value === 'number' ? number(value) : value;
}

/** The language of the catalogue in use, so that dates and plurals agree with the words around them. */
function locale(): string {
  return browser.i18n.getMessage('locale');
}
