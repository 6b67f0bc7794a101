import Papa from 'papaparse';
import { formulaGuard } from '../../lib/formula-guard';
import type { ExportFormat } from '../format';
import {
  block,
  doiOf,
  extraOf,
  familyFirst,
  idIn,
  line,
  type OutgoingPaper,
  type Person,
  personsOf,
  savedOf,
  urlOf,
  yearOf,
} from '../outgoing';

/** The columns, in their order; a reader of ours knows its own files by them. */
export const csvColumns = [
  'id',
  'title',
  'authors',
  'year',
  'date',
  'venue',
  'organization',
  'doi',
  'arxiv',
  'url',
  'code',
  'tags',
  'status',
  'starred',
  'saved_at',
  'note',
  'abstract',
  'extra',
] as const;

/** CSV for spreadsheets (RFC 4180) with a byte order mark, without which Excel takes it for windows-1252. */
export const csv: ExportFormat = {
  id: 'csv',
  extension: 'csv',
  mediaType: 'text/csv',
  carries: ['notes', 'tags', 'status', 'abstract', 'rest'],
  async *write(papers) {
    yield `\uFEFF${csvColumns.join(',')}\r\n`;
    for await (const page of papers)
      if (page.length) yield `${Papa.unparse(page.map(cells), settings)}\r\n`;
  },
};

const settings = { newline: '\r\n', escapeFormulae: formulaGuard, header: false };

function cells(paper: OutgoingPaper): string[] {
  const arxiv = idIn('arxiv', paper);
  const row: Readonly<Record<(typeof csvColumns)[number], string | undefined>> = {
    id: paper.id,
    title: line(paper.title ?? ''),
    authors: personsOf(paper).map(name).join('; '),
    year: yearOf(paper),
    date: paper.publishedAt?.slice(0, 10),
    venue: line(paper.venue ?? ''),
    organization: line(paper.organization ?? ''),
    doi: idIn('doi', paper) ?? (arxiv === undefined ? doiOf(paper) : undefined),
    arxiv: arxiv && `arXiv:${arxiv}`,
    url: urlOf(paper),
    code: paper.codeUrl,
    tags: paper.tags?.map((tag) => quoted(line(tag))).join('; '),
    status: paper.status,
    starred: paper.starred === undefined ? undefined : String(paper.starred),
    saved_at: savedOf(paper),
    note: block(paper.note ?? ''),
    abstract: block(paper.abstract ?? ''),
    extra: otherColumns(paper),
  };
  return csvColumns.map((column) => row[column] ?? '');
}

/** Programs whose tables have columns of their own, as they are called in `extra`. */
const tables = ['instapaper', 'pocket', 'raindrop', 'zotero-csv', 'csv'];

/** What other columns a table had, as JSON: which there are is known when the last paper was read. */
function otherColumns(paper: OutgoingPaper): string | undefined {
  const columns = Object.assign({}, ...tables.map((table) => extraOf(paper, table)));
  return Object.keys(columns).length ? JSON.stringify(columns) : undefined;
}

function name(person: Person): string {
  return 'literal' in person ? `{${person.literal}}` : familyFirst(person);
}

/** A tag that holds what stands between two tags. */
function quoted(tag: string): string {
  return /[;"]/.test(tag) ? `"${tag.replace(/"/g, '""')}"` : tag;
}
