import { exactDoi } from '../../papers/ids';
import { limits } from '../../papers/limits';
import type { Paper } from '../../papers/paper';
import { type Fields, fieldsOf } from '../huggingface/entry';
import { clip, present, tidy } from '../text';
import { withoutMarkup } from './markup';

/** The permission that asking Crossref needs. https://www.crossref.org/documentation/retrieve-metadata/rest-api/ */
export const crossrefPermission = 'https://api.crossref.org/*';

const fields = 'DOI,title,subtitle,author,abstract,container-title,issued,relation';

/** The address that tells of some papers by their DOIs, of which none holds a comma; see `crossrefWork` for such a one. */
export function crossrefAddress(dois: readonly string[]): string {
  const filter = dois.map((doi) => `doi:${encodeURIComponent(doi)}`).join(',');
  return `https://api.crossref.org/works?filter=${filter}&rows=${dois.length}&select=${fields}`;
}

/** The address that tells of one paper, 404 where nobody registered it. */
export function crossrefWork(doi: string): string {
  return `https://api.crossref.org/works/${encodeURIComponent(doi)}`;
}

/**
 * Reads the answer of either address.
 * @param answer The JSON as it was parsed.
 * @returns `undefined` where it is no answer of Crossref's.
 */
export function readCrossref(answer: unknown): readonly Paper[] | undefined {
  const message = fieldsOf(fieldsOf(answer)?.message);
  if (!message) return undefined;
  const works = Array.isArray(message.items) ? message.items : [message];
  return works.flatMap((work: unknown) => paperOf(fieldsOf(work)) ?? []);
}

function paperOf(work: Fields | undefined): Paper | undefined {
  const identity = exactDoi(typeof work?.DOI === 'string' ? work.DOI : '');
  if (!work || !identity) return undefined;
  const abstract = typeof work.abstract === 'string' ? withoutMarkup(work.abstract) : '';
  const alias = preprintOf(work)?.find((id) => id !== identity.id);
  return present<Paper>({
    id: identity.id,
    aliases: alias ? [alias] : undefined,
    title: titleOf(work),
    authors: authorsOf(work.author),
    abstract: clip(abstract, limits.abstract),
    publishedAt: dateOf(work.issued),
    venue: first(work['container-title']),
  });
}

/** The first text of a list; titles are lists, which may be empty, or hold an empty text. */
function first(value: unknown): string | undefined {
  const [text] = Array.isArray(value) ? value : [value];
  return typeof text === 'string' ? tidy(withoutMarkup(text), limits.title) : undefined;
}

function titleOf(work: Fields): string | undefined {
  const [title, subtitle] = [first(work.title), first(work.subtitle)];
  const isWhole = !subtitle || title?.toLowerCase().includes(subtitle.toLowerCase());
  return title && !isWhole ? tidy(`${title}: ${subtitle}`, limits.title) : title;
}

/** People have two names, groups one; some entries have neither. */
function authorsOf(value: unknown): string[] | undefined {
  if (!Array.isArray(value)) return undefined;
  const names = value.slice(0, limits.names).flatMap((one: unknown) => {
    const { given, family, suffix, name } = fieldsOf(one) ?? {};
    const parts = [given, family ?? name, suffix].filter((part) => typeof part === 'string');
    return tidy(withoutMarkup(parts.join(' ')), limits.name) ?? [];
  });
  return names.length ? names : undefined;
}

/** A date as far as it is known: `{"date-parts": [[2019, 7]]}`, `[[null]]` where it is not. */
function dateOf(value: unknown): string | undefined {
  const parts = fieldsOf(value)?.['date-parts'];
  const date = Array.isArray(parts) && Array.isArray(parts[0]) ? (parts[0] as unknown[]) : [];
  const numbers = date.slice(0, 3).map(Number);
  const [year = 0, month = 1, day = 1] = numbers;
  const isDate = year >= 1500 && year < 2100 && month >= 1 && month <= 12 && day >= 1 && day <= 31;
  if (!isDate || !numbers.every(Number.isInteger)) return undefined;
  return numbers.map((number) => String(number).padStart(2, '0')).join('-');
}

/** The preprints of a published paper, and what a preprint became. */
function preprintOf(work: Fields): string[] | undefined {
  const relation = fieldsOf(work.relation);
  const related = [relation?.['has-preprint'], relation?.['is-preprint-of']].flat();
  return related.flatMap((one: unknown) => {
    const { 'id-type': type, id } = fieldsOf(one) ?? {};
    return (type === 'doi' && typeof id === 'string' && exactDoi(id)?.id) || [];
  });
}
