import { exactDoi } from '../../papers/ids';
import { limits } from '../../papers/limits';
import type { Paper } from '../../papers/paper';
import { type Fields, fieldsOf } from '../huggingface/entry';
import { clip, httpUrl, present, tidy } from '../text';
import { withoutMarkup } from './markup';

/** The permission that asking OpenAlex needs. https://docs.openalex.org */
export const openAlexPermission = 'https://api.openalex.org/*';

const fields = 'doi,title,authorships,abstract_inverted_index,publication_date,primary_location';
/** As many authors as OpenAlex lists at most, without saying so in a list of works. */
const mostAuthors = 100;
/** Words of an abstract at most: places beyond are an error, or an attack. */
const mostWords = 5000;

/** The address that tells of some papers by their DOIs, of which none holds a comma or a bar. */
export function openAlexAddress(dois: readonly string[]): string {
  const filter = dois.map(encodeURIComponent).join('|');
  return `https://api.openalex.org/works?filter=doi:${filter}&per-page=${dois.length}&select=${fields}`;
}

/** The address that tells of one paper, 404 where it is not known. */
export function openAlexWork(doi: string): string {
  return `https://api.openalex.org/works/doi:${encodeURIComponent(doi).replaceAll('%2F', '/')}?select=${fields}`;
}

/**
 * Reads the answer of either address.
 * @param answer The JSON as it was parsed.
 * @returns `undefined` where it is no answer of OpenAlex's.
 */
export function readOpenAlex(answer: unknown): readonly Paper[] | undefined {
  const whole = fieldsOf(answer);
  const works = Array.isArray(whole?.results) ? whole.results : 'doi' in (whole ?? {}) && [whole];
  return works ? works.flatMap((work: unknown) => paperOf(fieldsOf(work)) ?? []) : undefined;
}

function paperOf(work: Fields | undefined): Paper | undefined {
  const doi = typeof work?.doi === 'string' ? work.doi : '';
  const identity = exactDoi(doi.replace(/^https?:\/\/(?:dx\.)?doi\.org\//i, ''));
  if (!work || !identity) return undefined;
  const title = typeof work.title === 'string' ? withoutMarkup(work.title) : undefined;
  const place = fieldsOf(work.primary_location);
  const day = work.publication_date;
  return present<Paper>({
    id: identity.id,
    title: tidy(title, limits.title),
    authors: authorsOf(work.authorships),
    abstract: clip(abstractOf(fieldsOf(work.abstract_inverted_index)), limits.abstract),
    publishedAt: typeof day === 'string' && /^\d{4}-\d\d-\d\d$/.test(day) ? day : undefined,
    venue: venueOf(fieldsOf(place?.source)?.display_name),
    pdfUrl: httpUrl(place?.pdf_url),
  });
}

/** A repository is no journal: https://docs.openalex.org/api-entities/sources */
function venueOf(value: unknown): string | undefined {
  const venue = tidy(value, limits.title);
  return venue && !/^arxiv\b|\brepository\b/i.test(venue) ? venue : undefined;
}

function authorsOf(value: unknown): string[] | undefined {
  if (!Array.isArray(value) || value.length >= mostAuthors) return undefined;
  const names = value.flatMap((one: unknown) => {
    const authorship = fieldsOf(one);
    const name = fieldsOf(authorship?.author)?.display_name ?? authorship?.raw_author_name;
    return tidy(name, limits.name) ?? [];
  });
  return names.length ? names : undefined;
}

/** Abstracts come as an index: each word with its places. */
function abstractOf(index: Fields | undefined): string | undefined {
  const words: string[] = [];
  for (const [word, places] of Object.entries(index ?? {}))
    for (const place of Array.isArray(places) ? places : [])
      if (Number.isInteger(place) && place >= 0 && place < mostWords) words[place] = word;
  const text = withoutMarkup(words.filter((word) => word !== undefined).join(' '));
  return text.replace(/^abstract[:.]?\s+/i, '') || undefined;
}
