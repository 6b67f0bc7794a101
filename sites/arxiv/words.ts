import { limits } from '../../papers/limits';
import { dayIn, textOf } from '../text';

const headings = 'h1,h2,h3';

/** Takes a text with a date as arXiv writes it ("Wednesday, 12 August 2026"); gives its ISO day, or `undefined`. */
export function writtenDay(text: string): string | undefined {
  const [, day, month, year] = /\b(\d{1,2}) ([A-Z][a-z]{2})[a-z]*,? (\d{4})\b/.exec(text) ?? [];
  return day && dayIn(`${month} ${Number(day)}, ${year}`, new Date(0));
}

/** The day of the listing's own heading ("Showing new listings for …"), or `undefined`. */
export function announcedOn(document: Document): string | undefined {
  for (const heading of document.querySelectorAll(headings)) {
    const text = textOf(heading, limits.title) ?? '';
    if (/listings? for\b/i.test(text)) return writtenDay(text);
  }
  return undefined;
}

/** Tells whether a listing or a search says that it has nothing, so that an empty reading is no fault. */
export function saysNothing(document: Document): boolean {
  const content = document.querySelector('#content, main') ?? document.body;
  const text = textOf(content, 10 * limits.abstract) ?? '';
  return /no (?:further )?updates\b|produced no results\b|no (?:results|entries)\b|total of 0 entries\b/i.test(
    text,
  );
}
