import { unguarded } from '../../lib/formula-guard';
import { dateIn, instantIn, publishedOn } from './dates';
import { type Draft, mostTags } from './entry';
import { joinedName, spokenName } from './names';
import { ownNote, zoteroExtra } from './notes';
import { isSet, statusIn } from './statuses';
import { titleOfPage, titleText } from './titles';

/** A row's cells by the names of their columns, in small letters. */
export type Cells = ReadonlyMap<string, string>;
/** Reads a row; `undefined` where it leads to nothing. */
export type Dialect = (cells: Cells) => Omit<Draft, 'line'> | undefined;

/**
 * Which program's a table is, by its columns.
 * @returns `undefined` for one that has no papers in it as far as its columns tell.
 */
export function dialectOf(columns: readonly string[]): Dialect | undefined {
  const has = (...names: string[]) => names.every((name) => columns.includes(name));
  if (columns.length < 2 && !has('url')) return undefined;
  if (has('key', 'item type', 'title')) return zotero;
  if (has('url', 'folder', 'created')) return raindrop;
  if (has('url', 'time_added')) return pocket;
  if (has('url', 'timestamp')) return instapaper;
  if (has('id', 'saved_at', 'starred'))
    return (cells) => offprint(new Map([...cells].map(([name, cell]) => [name, unguarded(cell)])));
  const isPaper = ['title', 'url', 'doi', 'arxiv', 'arxiv id', 'arxiv_id', 'link', 'id'];
  const found = isPaper.filter((name) => columns.includes(name));
  return found.length >= 2 || has('url') || has('doi') || has('arxiv') ? offprint : undefined;
}

/** See https://github.com/zotero/translators, CSV.js: times are UTC without a zone. */
function zotero(cells: Cells): Omit<Draft, 'line'> {
  const cell = (name: string) => cells.get(name) || undefined;
  const extra = zoteroExtra(cell('extra'));
  const publisher = cell('publisher') ?? '';
  const isArxiv = /arxiv/i.test(`${publisher} ${cell('archive') ?? ''} ${cell('number') ?? ''}`);
  const own = ownNote(cell('notes'));
  return {
    key: cell('key'),
    claims: {
      arxiv: [
        isArxiv ? cell('number') : undefined,
        cell('archive location'),
        ...extra.arxiv,
      ].filter((text) => /\d/.test(text ?? '')),
      doi: [cell('doi'), extra.fields.get('doi')],
      addresses: [cell('url')],
      mentions: [cell('publication title'), ...own.machine],
    },
    title: titleText(cell('title')),
    authors: peopleIn(cell('author')),
    date: dateIn(cell('date')) ?? publishedOn(cell('publication year')),
    venue: cell('publication title') ?? cell('conference name') ?? cell('meeting name'),
    abstract: cell('abstract note'),
    tags: listIn(cell('manual tags')),
    note: [own.note, extra.note].filter(Boolean).join('\n\n') || undefined,
    status: statusIn(extra.fields.get('read status') ?? extra.fields.get('read_status')),
    savedAt: instantIn(cell('date added')),
    extra: ['zotero-csv', [...cells].filter(([name]) => !zoteroHomes.has(name))],
  };
}

const zoteroHomes = new Set([
  ...['title', 'author', 'doi', 'url', 'abstract note', 'date', 'date added', 'publication title'],
  ...[
    'publication year',
    'conference name',
    'manual tags',
    'notes',
    'file attachments',
    'link attachments',
  ],
]);

function raindrop(cells: Cells): Omit<Draft, 'line'> | undefined {
  const address = cells.get('url') ?? '';
  if (!isPage(address)) return undefined;
  const folder = cells.get('folder') ?? '';
  const note = [cells.get('note'), cells.get('highlights')].filter(Boolean).join('\n\n');
  return {
    key: address,
    isLink: true,
    claims: { addresses: [address] },
    title: titleOfPage(cells.get('title'), address),
    tags: (cells.get('tags') ?? '').split(','),
    folders: /^unsorted$/i.test(folder) ? [] : [folder],
    note: note || undefined,
    starred: isSet(cells.get('favorite')) || undefined,
    savedAt: instantIn(cells.get('created')),
    extra: [
      'raindrop',
      restOf(cells, 'url folder title tags note highlights favorite created cover'),
    ],
  };
}

function pocket(cells: Cells): Omit<Draft, 'line'> | undefined {
  const address = cells.get('url') ?? '';
  if (!isPage(address)) return undefined;
  return {
    key: address,
    isLink: true,
    claims: { addresses: [address] },
    title: titleOfPage(cells.get('title'), address),
    tags: (cells.get('tags') ?? '').split(/[|,]/),
    status: statusIn(cells.get('status')),
    savedAt: instantIn(cells.get('time_added')),
    extra: ['pocket', restOf(cells, 'url title tags status time_added')],
  };
}

function instapaper(cells: Cells): Omit<Draft, 'line'> | undefined {
  const address = cells.get('url') ?? '';
  if (!isPage(address)) return undefined;
  const folder = cells.get('folder') ?? '';
  return {
    key: address,
    isLink: true,
    claims: { addresses: [address] },
    title: titleOfPage(cells.get('title'), address),
    tags: (cells.get('tags') ?? '').replace(/^\[|\]$|"/g, '').split(','),
    folders: /^(?:unread|archive|starred)$/i.test(folder) ? [] : [folder],
    status: statusIn(folder),
    starred: /^starred$/i.test(folder) || undefined,
    note: cells.get('selection') || undefined,
    savedAt: instantIn(cells.get('timestamp')),
    extra: ['instapaper', restOf(cells, 'url title tags folder selection timestamp')],
  };
}

/** Offprint's own table, and others with columns of these names. */
function offprint(cells: Cells): Omit<Draft, 'line'> {
  const cell = (...names: string[]) =>
    names.map((name) => cells.get(name)).find((value) => value?.trim());
  const id = cell('id')?.trim();
  return {
    key: id ?? cell('title'),
    claims: {
      arxiv: [cell('arxiv', 'arxiv id', 'arxiv_id'), id?.replace(/^arxiv:/i, '')].filter(
        (text) => !/^[a-z]+:/i.test(text ?? '') || /^arxiv:/i.test(text ?? ''),
      ),
      doi: [cell('doi'), id?.replace(/^doi:/i, '')],
      addresses: [cell('url', 'link'), id?.replace(/^url:/i, '')],
      known: [/^(?:openreview|acl|pmid):\S+$/.test(id ?? '') ? id : undefined],
    },
    title: cell('title'),
    authors: peopleIn(cell('authors', 'author')),
    date: dateIn(cell('date', 'published')) ?? publishedOn(cell('year')),
    venue: cell('venue', 'journal', 'conference'),
    abstract: cell('abstract'),
    codeUrl: cell('code'),
    organization: cell('organization'),
    tags: listIn(cell('tags', 'keywords')),
    note: cell('note', 'notes'),
    status: statusIn(cell('status')),
    starred: isSet(cell('starred')),
    savedAt: instantIn(cell('saved_at', 'added')),
    extra: [
      'csv',
      restOf(
        cells,
        'id title authors author year date published venue doi arxiv url link tags keywords status starred saved_at added note notes abstract code organization extra',
      ).concat(otherColumns(cells.get('extra'))),
    ],
  };
}

/** People parted by semicolons: `Last, First; {Group}; First Last`. */
function peopleIn(text: string | undefined): string[] {
  return (text ?? '')
    .split(/;\s*/)
    .map((name) => name.trim())
    .filter(Boolean)
    .map((name) => {
      const group = /^\{(.*)\}$/.exec(name)?.[1];
      if (group !== undefined) return joinedName({ literal: group });
      return name.includes(',') ? name : groupOrPerson(name);
    });
}

/** In a list of `Last, First`, one without a comma is a group's name. */
function groupOrPerson(name: string): string {
  return /\b(?:team|group|collaboration|consortium|lab|labs|institute)\b/i.test(name) ||
    !/\s/.test(name)
    ? name
    : spokenName(name);
}

/** Tags parted by semicolons; one that holds a semicolon stands in quotes. */
function listIn(text: string | undefined): string[] {
  const found = (text ?? '').matchAll(/\s*(?:"((?:[^"]|"")*)"|([^;]+))\s*(?:;|$)/g);
  const names: string[] = [];
  for (const [, quoted, plain] of found) {
    names.push(quoted?.replaceAll('""', '"') ?? plain ?? '');
    if (names.length > mostTags) break;
  }
  return names;
}

function restOf(cells: Cells, homes: string): [string, string][] {
  const known = new Set(homes.split(' '));
  return [...cells].filter(([name, value]) => name && value && !known.has(name));
}

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

function isPage(address: string): boolean {
  return /^https?:\/\//i.test(address.trim());
}
