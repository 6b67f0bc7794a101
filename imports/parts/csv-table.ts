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
  const cell = (...names: string[]) =>
    names.map((name) => cells.get(name)).find((value) => value?.trim());
  const id = cell('id')?.trim();
  const title = cell('title', 'name');
  const tags = cell('tags', 'tag', 'keywords', 'keyword', 'document tags', 'author keywords');
  const date = dateIn(cell('date', 'published')) ?? publishedOn(cell('year'));
  const [status, starred] = [statusIn(cell('status')), isSet(cell('starred'))];
  const saved = cell('saved_at', 'added', 'date added', 'saved date');
  const savedAt = instantIn(saved);
  return {
    key: id ?? title,
    claims: {
      arxiv: [cell('arxiv', 'arxiv id', 'arxiv_id'), id?.replace(/^arxiv:/i, '')].filter(
        (text) => !/^[a-z]+:/i.test(text ?? '') || /^arxiv:/i.test(text ?? ''),
      ),
      doi: [cell('doi'), id?.replace(/^doi:/i, '')],
      addresses: [cell('url', 'link'), id?.replace(/^url:/i, '')],
      known: [/^(?:openreview|acl|pmid):\S+$/.test(id ?? '') ? id : undefined],
    },
    title,
    authors: peopleIn(cell('authors', 'author')),
    date,
    venue: cell('venue', 'journal', 'conference', 'source title', 'publication title'),
    abstract: cell('abstract'),
    codeUrl: cell('code'),
    organization: cell('organization'),
    tags: isOwn || tags?.includes(';') ? listIn(tags) : (tags ?? '').split(','),
    note: cell('note', 'notes'),
    status,
    starred,
    savedAt,
    extra: [
      'csv',
      [...cells]
        .filter(([name, value]) => name && value && name !== 'extra' && !isTold(name, value))
        .concat(otherColumns(cells.get('extra'))),
    ],
  };

  /** Whether a cell says nothing but what was read of it. */
  function isTold(name: string, value: string): boolean {
    if (!homes.has(name)) return false;
    if (name === 'date' || name === 'published') return isWholeDate(value, date);
    if (name === 'status') return status !== undefined;
    if (name === 'starred') return starred !== undefined;
    if (name === 'doi') return doiIdentity(value) !== undefined;
    if (name === 'id') return isOwn || /^(?:arxiv|doi|url|openreview|acl|pmid|title):/i.test(value);
    if (/^(?:saved_at|added|date added|saved date)$/.test(name)) return savedAt !== undefined;
    return [...firstOf].every(
      (names) => !names.includes(name) || cell(...names)?.trim() === value.trim(),
    );
  }
}

/** Columns of which the first that says something is read. */
const firstOf: readonly (readonly string[])[] = [
  ['title', 'name'],
  ['tags', 'tag', 'keywords', 'keyword', 'document tags', 'author keywords'],
  ['authors', 'author'],
  ['venue', 'journal', 'conference', 'source title', 'publication title'],
  ['note', 'notes'],
];
const homes = new Set([
  ...'id year date published doi arxiv url link status starred saved_at added abstract code organization'.split(
    ' ',
  ),
  ...['date added', 'saved date'],
  ...firstOf.flat(),
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
