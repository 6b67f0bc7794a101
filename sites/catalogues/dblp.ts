import { exactDoi } from '../../papers/ids';
import { limits } from '../../papers/limits';
import type { Paper } from '../../papers/paper';
import { type Fields, fieldsOf } from '../huggingface/entry';
import { present, tidy } from '../text';
import { withoutMarkup } from './markup';

/** The permission that asking DBLP needs. https://dblp.org/faq/How+to+use+the+dblp+search+API.html */
export const dblpPermission = 'https://dblp.org/*';

/** The address that looks for one paper by its DOI: a search, which may find others. */
export function dblpAddress(doi: string): string {
  const query = encodeURIComponent(`doi:${doi}`);
  return `https://dblp.org/search/publ/api?q=${query}&format=json&h=5&c=0`;
}

/**
 * Reads the answer of that address.
 * @param answer The JSON as it was parsed.
 * @returns `undefined` where it is no answer of DBLP's.
 */
export function readDblp(answer: unknown): readonly Paper[] | undefined {
  const hits = fieldsOf(fieldsOf(fieldsOf(answer)?.result)?.hits);
  if (!hits) return undefined;
  return each(hits.hit).flatMap((hit) => paperOf(fieldsOf(fieldsOf(hit)?.info)) ?? []);
}

/** What is there once stands without a list. */
function each(value: unknown): readonly unknown[] {
  return value === undefined ? [] : [value].flat();
}

function paperOf(info: Fields | undefined): Paper | undefined {
  const identity = exactDoi(typeof info?.doi === 'string' ? info.doi : '');
  if (!info || !identity) return undefined;
  const authors = each(fieldsOf(info.authors)?.author)
    .slice(0, limits.names)
    .flatMap((author) => nameOf(author) ?? []);
  const venue = tidy(each(info.venue)[0], limits.title);
  const year = typeof info.year === 'string' && /^\d{4}$/.test(info.year) ? info.year : undefined;
  return present<Paper>({
    id: identity.id,
    // Titles end like sentences.
    title: textOf(info.title, limits.title)?.replace(/(?<![.!?])\.$/, ''),
    authors: authors.length ? authors : undefined,
    publishedAt: year,
    venue: venue === 'CoRR' ? undefined : venue,
  });
}

function textOf(value: unknown, max: number): string | undefined {
  return typeof value === 'string' ? tidy(withoutMarkup(value), max) : undefined;
}

/** People of one name are told apart by a number: `Wei Wang 0001`. */
function nameOf(author: unknown): string | undefined {
  const name = fieldsOf(author)?.text ?? author;
  return textOf(name, limits.name)?.replace(/ \d{4}$/, '');
}
