import { type ExportFormat, onePerPaper } from '../format';
import {
  block,
  doiOf,
  extraOf,
  familyFirst,
  idIn,
  kindOf,
  line,
  type OutgoingPaper,
  urlOf,
  writersOf,
  yearOf,
} from '../outgoing';

const types = { preprint: 'GEN', article: 'JOUR', conference: 'CONF', webpage: 'ELEC' };

/**
 * RIS (https://en.wikipedia.org/wiki/RIS_(file_format), and what Zotero's reader makes of it): CRLF, one tag a line,
 * `AN` for the arXiv id, since no field is meant for it.
 */
export const ris: ExportFormat = {
  id: 'ris',
  extension: 'ris',
  mediaType: 'application/x-research-info-systems',
  carries: ['notes', 'tags', 'abstract', 'rest'],
  write: (papers) => onePerPaper(papers, { between: '\r\n', paper: entry }),
};

function entry(paper: OutgoingPaper): string {
  const arxiv = idIn('arxiv', paper);
  const { TY, PY, DA, Y1, ...rest } = extraOf(paper, 'ris');
  const year = yearOf(paper);
  const fields: readonly (readonly [string, string | undefined])[] = [
    ['TY', typeof TY === 'string' && /^[A-Z]{2,6}$/.test(TY) ? TY : types[kindOf(paper)]],
    ['TI', paper.title && line(paper.title)],
    ...writersOf(paper, 'ris').map((person) => ['AU', familyFirst(person)] as const),
    ...unknownField(['PY', inYear(PY, year) ?? year]),
    ...unknownField(['DA', inYear(DA, year) ?? dayOf(paper)]),
    ...unknownField(['Y1', inYear(Y1, year)]),
    ['T2', paper.venue && line(paper.venue)],
    ['DO', doiOf(paper)],
    ['AN', arxiv && `arXiv:${arxiv}`],
    ['UR', urlOf(paper)],
    ['AB', paper.abstract && line(paper.abstract)],
    ...keywords(paper).map((tag) => ['KW', line(tag)] as const),
    ['N1', paper.note && block(paper.note)],
    ...Object.entries(rest).flatMap(unknownField),
  ];
  const lines = fields.flatMap(([tag, value]) => (value ? `${tag}  - ${guarded(value)}` : []));
  return `${[...lines, 'ER  - '].join('\n')}\n`.replace(/\n/g, '\r\n');
}

/** A date that came in as more than Offprint keeps of it, unless another year is known by now. */
function inYear(written: unknown, year = ''): unknown {
  return String(written).includes(year) ? written : undefined;
}

/** Zotero splits the only `KW` of an entry at commas, and no other. */
function keywords({ tags = [] }: OutgoingPaper): readonly string[] {
  const [only = ''] = tags;
  return tags.length === 1 && only.includes(',') ? [only, only] : tags;
}

function dayOf({ publishedAt = '' }: OutgoingPaper): string | undefined {
  const [, year, month, day = ''] = /^(\d{4})-(\d\d)(?:-(\d\d))?/.exec(publishedAt) ?? [];
  return year && `${year}/${month}/${day}/`;
}

function unknownField([tag, value]: readonly [string, unknown]): readonly (readonly [
  string,
  string,
])[] {
  if (!/^[A-Z][A-Z0-9]$/.test(tag) || tag === 'ER') return [];
  return [value]
    .flat()
    .flatMap((one) => (typeof one === 'string' ? [[tag, block(one)] as const] : []));
}

/** A line of a note that looks like a field would be one; some programs, and Offprint, pass over three blanks before one. */
function guarded(value: string): string {
  return value.replace(/\n(?=[A-Z][A-Z0-9] {1,2}-)/g, '\n    ');
}
