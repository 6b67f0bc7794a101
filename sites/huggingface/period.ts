import { limits } from '../../papers/limits';
import type { Digest } from '../site';
import { dayIn, ownText, resolve, tidy } from '../text';
import type { Fields } from './entry';
import { huggingFaceOrigins } from './hosts';

/** What a digest stands for: `day:2026-03-27`, `week:2026-W13`, `month:2026-03`, `trending`, `search:query`. */
export type Period = string;

const day = /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/;
const week = /^\d{4}-W(?:0[1-9]|[1-4]\d|5[0-3])$/;
const month = /^\d{4}-(?:0[1-9]|1[0-2])$/;

/** Takes an address; gives its path under `https://huggingface.co/papers` ("" for itself), or `undefined`. */
export function pathUnderPapers(url: URL): string | undefined {
  if (!huggingFaceOrigins.required.includes(url.origin)) return undefined;
  return /^\/papers(?:\/(.*?))?\/?$/.exec(url.pathname)?.slice(1).join('');
}

/** The digest of a period or query. */
export function digestOf(period: Period): Digest {
  const day = /^day:(\d.*)$/.exec(period)?.[1];
  return { id: `huggingface:${period}`, ...(day ? { day } : {}) };
}

/**
 * Takes an address; gives the period or query it names, or `undefined` (so for `/papers` alone). With a query it is a
 * search, whatever period stands beside it: what it lists is not the whole of the period.
 */
export function periodOf(url: URL): Period | undefined {
  const path = pathUnderPapers(url);
  const period = path === undefined ? undefined : periodAt(path, url);
  const query = tidy(url.searchParams.get('q'), limits.name);
  return query && (period || path === '') ? `search:${query}` : period;
}

function periodAt(path: string, url: URL): Period | undefined {
  if (path === 'trending') return path;
  if (path === '') return named('date', url.searchParams.get('date'));
  const [kind, value, ...rest] = path.split('/');
  return rest.length ? undefined : named(kind, value);
}

/**
 * Takes the page's hydration data; gives the period or query it was made for, or `undefined` when it does not say.
 * `dateString` and `periodType` since 2026 at the latest; in 2024 there was only `date`, an ISO instant.
 */
export function periodOfData(data: Fields): Period | undefined {
  const query = tidy((data.query as Fields | null | undefined)?.q, limits.name);
  if (query) return `search:${query}`;
  if (data.isTrending === true) return 'trending';
  const value = tidy(data.dateString ?? data.date, limits.name);
  const kind = data.periodType ?? 'day';
  if (kind === 'day') return named('date', value?.slice(0, 10));
  return named(String(kind), value);
}

/**
 * Takes a page whose address names no period; gives the one its own previous and next links lie around,
 * with the date that stands between them, or `undefined` when the markup does not settle it.
 */
export function periodShown(document: Document, url: URL): Period | undefined {
  const links = [...document.querySelectorAll('a[href*="/papers"]')].flatMap((link) => {
    const target = resolve(link.getAttribute('href'), url);
    const period = target && periodOf(target);
    return period && /^(?:day|week|month):/.test(period) ? [{ link, period }] : [];
  });
  const [previous, next, ...rest] = [...new Set(links.map(({ period }) => period))].sort();
  const kind = previous?.split(':')[0];
  if (!previous || !next || rest.length || !next.startsWith(`${kind}:`)) return undefined;
  const between =
    kind === 'day' ? dayBeside(links[0]?.link, new Date(next.slice(4))) : stepBefore(next);
  return between && between > previous && between < next ? between : undefined;
}

function named(kind: string | undefined, value: string | null | undefined): Period | undefined {
  if (!value) return undefined;
  if (kind === 'date') return day.test(value) ? `day:${value}` : undefined;
  if (kind === 'week') return week.test(value) ? `week:${value}` : undefined;
  return kind === 'month' && month.test(value) ? `month:${value}` : undefined;
}

function dayBeside(link: Element | undefined, next: Date): Period | undefined {
  for (const element of link?.parentElement?.children ?? []) {
    const iso = element.getAttribute('datetime')?.slice(0, 10) ?? dayIn(ownText(element), next);
    if (iso) return named('date', iso);
  }
  return undefined;
}

/** The week or month before, within the year; before January it is December, before week 1 nobody can say. */
function stepBefore(period: Period): Period | undefined {
  const [, kind, year, letter, value] = /^(\w+):(\d+)-(W?)(\d+)$/.exec(period) ?? [];
  const before = Number(value) - 1;
  if (before > 0) return `${kind}:${year}-${letter}${String(before).padStart(2, '0')}`;
  return letter ? undefined : `${kind}:${Number(year) - 1}-12`;
}
