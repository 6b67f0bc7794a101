import { doiIdentity } from '../../papers/identity';
import { type Cells, listIn, peopleIn } from './csv-cells';
import { dateIn, instantIn, isWholeDate, publishedOn } from './dates';
import type { Draft } from './entry';
import { isSet, statusIn } from './statuses';

/**
 * Offprint's own table, and those of others with columns of these names: Notion, Scopus, Readwise Reader.
 * @param isOwn In others' tables a comma parts tags where no semicolon does.
 */
export function tableRow(cells: Cells, isOwn: boolean): Omit<Draft, 'line'> {
  const cell = (...names: readonly string[]) =>
    names.map((name) => cells.get(name)).find((value) => value?.trim());
  const id = cell('id')?.trim();
  const title = cell(...names.title);
  const tags = cell(...names.tags);
  const read = {
    date: dateIn(cell('date', 'published')) ?? publishedOn(cell('year')),
    status: statusIn(cell('status')),
    starred: isSet(cell('starred')),
    savedAt: instantIn(cell(...names.saved)),
  };
  const isTold = (name: string, value: string) =>
    homes.has(name) && (isOwn || isSaid(name, value, read)) && isFirst(name, value, cell);
  const left = [...cells].filter(
    ([name, value]) => name && value && name !== 'extra' && !isTold(name, value),
  );
  return {
    ...read,
    key: id ?? title,
    claims: claimsOf(cell, id),
    title,
    authors: peopleIn(cell(...names.authors)),
    venue: cell(...names.venue),
    abstract: cell('abstract'),
    codeUrl: cell('code'),
    organization: cell('organization'),
    tags: isOwn || tags?.includes(';') ? listIn(tags) : (tags ?? '').split(','),
    note: cell(...names.note),
    extra: ['csv', [...left, ...otherColumns(cells.get('extra'))]],
  };
}

type Cell = (...names: readonly string[]) => string | undefined;

function claimsOf(cell: Cell, id: string | undefined): Draft['claims'] {
  return {
    arxiv: [cell('arxiv', 'arxiv id', 'arxiv_id'), id?.replace(/^arxiv:/i, '')].filter(
      (text) => !/^[a-z]+:/i.test(text ?? '') || /^arxiv:/i.test(text ?? ''),
    ),
    doi: [cell('doi'), id?.replace(/^doi:/i, '')],
    addresses: [cell('url', 'link'), id?.replace(/^url:/i, '')],
    known: [/^(?:openreview|acl|pmid):\S+$/.test(id ?? '') ? id : undefined],
  };
}

/** Whether a cell says nothing but what was read of it. */
function isSaid(
  name: string,
  value: string,
  { date, status, starred, savedAt }: Pick<Draft, 'date' | 'status' | 'starred' | 'savedAt'>,
): boolean {
  if (name === 'date' || name === 'published') return isWholeDate(value, date);
  if (name === 'status') return status !== undefined;
  if (name === 'starred') return starred !== undefined;
  if (name === 'doi') return doiIdentity(value) !== undefined;
  if (name === 'id') return /^(?:arxiv|doi|url|openreview|acl|pmid|title):/i.test(value);
  return !names.saved.some((one) => one === name) || savedAt !== undefined;
}

/** Of columns that tell the same the first that says something is read. */
function isFirst(name: string, value: string, cell: Cell): boolean {
  const [group] = Object.values(names).filter((one: readonly string[]) => one.includes(name));
  return !group || cell(...group)?.trim() === value.trim();
}

/** What columns are called that tell the same. */
const names = {
  title: ['title', 'name'],
  tags: ['tags', 'tag', 'keywords', 'keyword', 'document tags', 'author keywords'],
  authors: ['authors', 'author'],
  venue: ['venue', 'journal', 'conference', 'source title', 'publication title'],
  note: ['note', 'notes'],
  saved: ['saved_at', 'added', 'date added', 'saved date'],
} as const;
const homes: ReadonlySet<string> = new Set([
  ...['id', 'year', 'date', 'published', 'doi', 'arxiv', 'arxiv id', 'arxiv_id', 'url', 'link'],
  ...['status', 'starred', 'abstract', 'code', 'organization'],
  ...Object.values(names).flat(),
]);

/** Other columns as our own table has them, in one as JSON; another program's column of that name is one like any. */
function otherColumns(cell = ''): [string, string][] {
  try {
    const columns: unknown = JSON.parse(cell);
    if (typeof columns === 'object' && columns !== null && !Array.isArray(columns))
      return Object.entries(columns).map(([name, value]) => [name, String(value)]);
  } catch {
    // No JSON.
  }
  return cell ? [['extra', cell]] : [];
}
