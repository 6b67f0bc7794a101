import { unguarded } from '../../lib/formula-guard';
import { type Cells, listIn, peopleIn } from './csv-cells';
import { tableRow } from './csv-table';
import { dateIn, instantIn, isWholeDate, publishedOn } from './dates';
import type { Draft } from './entry';
import { htmlToMarkdown } from './html';
import { ownNote, pubmedIn, zoteroExtra } from './notes';
import { isSet, statusIn } from './statuses';
import { titleOfPage, titleText } from './titles';

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
    return (cells) =>
      tableRow(new Map([...cells].map(([name, cell]) => [name, unguarded(cell)])), true);
  const isPaper = ['title', 'url', 'doi', 'arxiv', 'arxiv id', 'arxiv_id', 'link', 'id'];
  const found = isPaper.filter((name) => columns.includes(name));
  return found.length >= 2 || has('url') || has('doi') || has('arxiv')
    ? (cells) => tableRow(cells, false)
    : undefined;
}

/** See https://github.com/zotero/translators, CSV.js: times are UTC without a zone. */
function zotero(cells: Cells): Omit<Draft, 'line'> {
  const cell = (name: string) => cells.get(name) || undefined;
  const extra = zoteroExtra(cell('extra'));
  const publisher = cell('publisher') ?? '';
  const isArxiv = /arxiv/i.test(`${publisher} ${cell('archive') ?? ''} ${cell('number') ?? ''}`);
  const own = ownNote(noteText(cell('notes')));
  const date = dateIn(cell('date')) ?? publishedOn(cell('publication year'));
  const venue = cell('publication title') ?? cell('conference name') ?? cell('meeting name');
  return {
    key: extra.fields.get('citation key') ?? cell('key'),
    claims: {
      arxiv: [
        isArxiv ? cell('number') : undefined,
        cell('archive location'),
        ...extra.arxiv,
      ].filter((text) => /\d/.test(text ?? '')),
      doi: [cell('doi'), extra.fields.get('doi')],
      addresses: [cell('url')],
      known: [pubmedIn(own.machine)],
      mentions: [cell('publication title'), ...own.machine],
    },
    title: titleText(cell('title')),
    authors: peopleIn(cell('author')),
    date,
    venue,
    abstract: cell('abstract note'),
    tags: listIn(cell('manual tags')),
    note: [own.note, extra.note].filter(Boolean).join('\n\n') || undefined,
    status: statusIn(extra.fields.get('read status') ?? extra.fields.get('read_status')),
    savedAt: instantIn(cell('date added')),
    extra: [
      'zotero-csv',
      [...cells].filter(([name, value]) =>
        name === 'date'
          ? !isWholeDate(value, date)
          : name === 'conference name'
            ? value !== venue
            : name === 'title'
              ? titleText(value) !== value
              : !zoteroHomes.has(name),
      ),
    ],
  };
}

/** Zotero writes some notes as they are kept: in HTML. */
function noteText(note: string | undefined): string | undefined {
  return note && /^\s*<(?:p|div|h\d|ul|ol|blockquote)\b/i.test(note) ? htmlToMarkdown(note) : note;
}

const zoteroHomes = new Set([
  ...['author', 'doi', 'url', 'abstract note', 'date added', 'publication title'],
  ...['publication year', 'manual tags', 'notes', 'file attachments', 'link attachments'],
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
    folders: /^unsorted$/i.test(folder) ? [] : [folder.replace(/ \/ /g, '/')],
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
    tags: listOfJson(cells.get('tags')),
    folders: /^(?:unread|archive|starred)$/i.test(folder) ? [] : [folder],
    status: statusIn(folder),
    starred: /^starred$/i.test(folder) || undefined,
    note: cells.get('selection') || undefined,
    savedAt: instantIn(cells.get('timestamp')),
    extra: ['instapaper', restOf(cells, 'url title tags folder selection timestamp')],
  };
}

/** Tags as Instapaper has them: an array of JSON. */
function listOfJson(cell = ''): string[] {
  try {
    return [JSON.parse(cell)].flat().map(String);
  } catch {
    return cell.split(',');
  }
}

function restOf(cells: Cells, homes: string): [string, string][] {
  const known = new Set(homes.split(' '));
  return [...cells].filter(([name, value]) => name && value && !known.has(name));
}

function isPage(address: string): boolean {
  return /^https?:\/\//i.test(address.trim());
}
