import { standInField } from '../../papers/facts/extra';
import { type ExportFormat, onePerPaper } from '../format';
import {
  block,
  doiOf,
  extraOf,
  idIn,
  kindOf,
  line,
  type OutgoingPaper,
  type Person,
  partsOf,
  savedOf,
  urlOf,
  writersOf,
} from '../outgoing';
import { htmlTitle } from './html-title';

const types = {
  preprint: 'article',
  article: 'article-journal',
  conference: 'paper-conference',
  webpage: 'webpage',
};

/**
 * CSL-JSON (https://github.com/citation-style-language/schema, csl-data.json). The schema forbids names of our own
 * but in `custom`, where everything stands that would be lost otherwise.
 */
export const cslJson: ExportFormat = {
  id: 'csl',
  extension: 'json',
  mediaType: 'application/vnd.citationstyles.csl+json',
  carries: ['notes', 'tags', 'status', 'abstract', 'rest'],
  write: (papers) =>
    onePerPaper(papers, {
      before: '[\n',
      between: ',\n',
      after: '\n]\n',
      paper: (paper) => JSON.stringify(cslItem(paper)),
    }),
};

function nameOf(person: Person) {
  return 'literal' in person ? person : partsOf(person);
}

/** One item of CSL-JSON; `undefined` values are for `JSON.stringify` to leave out. */
export function cslItem(paper: OutgoingPaper): Readonly<Record<string, unknown>> {
  const arxiv = idIn('arxiv', paper);
  const kind = kindOf(paper);
  const persons = writersOf(paper, 'csl');
  const { custom, [standInField]: _standIns, ...bag } = extraOf(paper, 'csl');
  const isLine = ([name]: [string, unknown]) => name.startsWith('note: ');
  const rest = Object.fromEntries(Object.entries(bag).filter((field) => !isLine(field)));
  const lines = Object.entries(bag).filter(isLine);
  return {
    ...rest,
    id: typeof rest.id === 'string' ? rest.id : paper.id,
    type: typeof rest.type === 'string' ? rest.type : types[kind],
    title: paper.title && htmlTitle(line(paper.title)),
    author: persons.length ? persons.map(nameOf) : undefined,
    issued: issuedOf(paper, rest.issued),
    'container-title': paper.venue && line(paper.venue),
    DOI: doiOf(paper) ?? rest.DOI,
    number: kind === 'preprint' && arxiv ? `arXiv:${arxiv}` : rest.number,
    publisher: kind === 'preprint' && arxiv ? 'arXiv' : rest.publisher,
    URL: urlOf(paper) ?? rest.URL,
    abstract: paper.abstract && block(paper.abstract),
    note: noteOf(paper, lines, kind !== 'preprint' ? arxiv : undefined),
    keyword: paper.tags?.length ? paper.tags.join(', ') : undefined,
    custom: { ...(isObject(custom) ? custom : {}), offprint: ours(paper) },
  };
}

/** Zotero's "Extra" (https://www.zotero.org/support/kb/item_types_and_fields): fields, a line each, and the note. */
function noteOf(
  { note }: OutgoingPaper,
  lines: readonly [string, unknown][],
  arxiv: string | undefined,
): string | undefined {
  const fields = lines.flatMap(([name, value]) =>
    typeof value === 'string' ? `${name.slice('note: '.length)}: ${line(value)}` : [],
  );
  const own = note ? [block(note)] : arxiv ? [`arXiv: ${arxiv}`] : [];
  return [...fields, ...own].join('\n') || undefined;
}

function ours(paper: OutgoingPaper): object {
  const { id, aliases = [], tags, note, status, starred, organization, upvotes, codeUrl } = paper;
  const title =
    paper.title && htmlTitle(line(paper.title)) !== paper.title ? paper.title : undefined;
  const saved = savedOf(paper);
  return {
    id,
    aliases: aliases.length ? aliases : undefined,
    title,
    tags,
    note,
    status,
    starred,
    savedAt: saved,
    organization,
    upvotes,
    code: codeUrl,
  };
}

/** A date that came in as more than Offprint keeps of it leaves so, unless another one is known by now. */
function issuedOf({ publishedAt = '' }: OutgoingPaper, written: unknown): unknown {
  if (written !== undefined && JSON.stringify(written).includes(publishedAt.slice(0, 4)))
    return written;
  const [year, ...rest] = (/^\d{4}(?:-\d\d(?:-\d\d)?)?/.exec(publishedAt)?.[0] ?? '')
    .split('-')
    .filter(Boolean);
  return year === undefined ? undefined : { 'date-parts': [[year, ...rest].map(Number)] };
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
