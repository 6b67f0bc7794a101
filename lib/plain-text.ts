import type messages from '../public/_locales/en/messages.json';
import { browser } from './browser';

/** The keys of the catalogue. */
export type MessageKey = Extract<keyof typeof messages, string>;

/**
 * A formatter, made when it is first used and once, since it costs more than the row it is used in. In the language of
 * the catalogue in use, so that dates and plurals agree with the words around them.
 */
export function once<T>(make: (locale: string) => T): () => T {
  let made: T | undefined;
  return () => {
    made ??= make(browser.i18n.getMessage('locale'));
    return made;
  };
}

const inDays = { timeZone: 'UTC', day: 'numeric', month: 'short' } as const;
// Marked as pure, so that a content script carries those alone that it uses.
const decimal = /* @__PURE__ */ once((locale) => new Intl.NumberFormat(locale));
const day = /* @__PURE__ */ once((locale) => new Intl.DateTimeFormat(locale, inDays));
const dayOfYear = /* @__PURE__ */ once(
  (locale) => new Intl.DateTimeFormat(locale, { ...inDays, year: 'numeric' }),
);
const list = /* @__PURE__ */ once((locale) => new Intl.ListFormat(locale, { type: 'unit' }));

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

/** A number as the reader's language writes it. */
export function number(value: number): string {
  return decimal().format(value);
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

/** What goes into a text, as the reader's language writes it. */
export function written(value: string | number): string {
  return typeof value === 'number' ? number(value) : value;
}
