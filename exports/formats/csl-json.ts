import { type ExportFormat, onePerPaper } from '../format';
import {
  block,
  doiOf,
  extraOf,
  idIn,
  kindOf,
  line,
  type OutgoingPaper,
  personsOf,
  savedOf,
  urlOf,
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

/** One item of CSL-JSON; `undefined` values are for `JSON.stringify` to leave out. */
export function cslItem(paper: OutgoingPaper): Readonly<Record<string, unknown>> {
  const arxiv = idIn('arxiv', paper);
  const kind = kindOf(paper);
  const persons = personsOf(paper);
  const { custom, ...rest } = extraOf(paper, 'csl');
  return {
    ...rest,
    id: paper.id,
    type: typeof rest.type === 'string' ? rest.type : types[kind],
    title: paper.title && htmlTitle(line(paper.title)),
    author: persons.length ? persons : undefined,
    issued: issuedOf(paper),
    'container-title': paper.venue && line(paper.venue),
    DOI: doiOf(paper),
    number: kind === 'preprint' && arxiv ? `arXiv:${arxiv}` : rest.number,
    publisher: kind === 'preprint' && arxiv ? 'arXiv' : rest.publisher,
    URL: urlOf(paper),
    abstract: paper.abstract && block(paper.abstract),
    note: paper.note
      ? block(paper.note)
      : kind !== 'preprint' && arxiv
        ? `arXiv: ${arxiv}`
        : undefined,
    keyword: paper.tags?.length ? paper.tags.join(', ') : undefined,
    custom: { ...(isObject(custom) ? custom : {}), offprint: ours(paper) },
  };
}

function ours(paper: OutgoingPaper): object {
  const { aliases = [], tags, note, status, starred, organization, upvotes, codeUrl } = paper;
  const title =
    paper.title && htmlTitle(line(paper.title)) !== paper.title ? paper.title : undefined;
  const saved = savedOf(paper);
  return {
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

function issuedOf({ publishedAt = '' }: OutgoingPaper): object | undefined {
  const [year, ...rest] = (/^\d{4}(?:-\d\d(?:-\d\d)?)?/.exec(publishedAt)?.[0] ?? '')
    .split('-')
    .filter(Boolean);
  return year === undefined ? undefined : { 'date-parts': [[year, ...rest].map(Number)] };
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
