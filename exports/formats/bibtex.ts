import { parts } from '../along';
import { citationKey, defaultKeyPattern } from '../citation-keys';
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
  yearOf,
} from '../outgoing';
import { isClosed, latexRaw, latexText, latexTitle } from './latex';

/**
 * BibTeX, with the fields that JabRef, Zotero and Mendeley read for what BibTeX itself has no field for: `eprint` with
 * both `eprinttype` (Zotero) and `archiveprefix` (arXiv), `annote`, `readstatus` and `ranking`
 * (https://docs.jabref.org/advanced/fields), and ours with an `x-offprint-` before them.
 */
export const bibtex: ExportFormat = bibliography('bibtex', {
  venueOf: { article: 'journal', conference: 'booktitle' },
  note: 'annote',
  date: yearAndDate,
});

/** BibLaTeX: the same with its names of fields (https://ctan.org/pkg/biblatex, section 2.2). */
export const biblatex: ExportFormat = bibliography('biblatex', {
  venueOf: { article: 'journaltitle', conference: 'booktitle' },
  note: 'annotation',
  date: ({ publishedAt = '' }) => [['date', /^\d{4}(?:-\d\d(?:-\d\d)?)?/.exec(publishedAt)?.[0]]],
});

/** `date` is BibLaTeX's, which Zotero and JabRef read in BibTeX, too, and BibTeX passes over. */
function yearAndDate(paper: OutgoingPaper): readonly Field[] {
  const date = /^\d{4}-\d\d(?:-\d\d)?/.exec(paper.publishedAt ?? '')?.[0];
  return [
    ['year', yearOf(paper)],
    ['date', date],
  ];
}

type Field = readonly [name: string, value: string | undefined];

interface Dialect {
  readonly venueOf: { readonly article: string; readonly conference: string };
  readonly note: string;
  date(paper: OutgoingPaper): readonly Field[];
}

function bibliography(id: 'bibtex' | 'biblatex', dialect: Dialect): ExportFormat {
  return {
    id,
    extension: 'bib',
    mediaType: 'application/x-bibtex',
    carries: parts,
    hasKeys: true,
    write: (papers, { keyPattern = defaultKeyPattern }) => {
      const taken = new Set<string>();
      return onePerPaper(papers, {
        between: '\n',
        paper: (paper) => entry(paper, citationKey(paper, keyPattern, taken), dialect),
      });
    },
  };
}

/** One entry, as text, for a copy of a single citation. */
export function bibtexEntry(paper: OutgoingPaper, key: string): string {
  return entry(paper, key, {
    venueOf: { article: 'journal', conference: 'booktitle' },
    note: 'annote',
    date: yearAndDate,
  });
}

const types = {
  preprint: 'misc',
  article: 'article',
  conference: 'inproceedings',
  webpage: 'misc',
};

function entry(paper: OutgoingPaper, key: string, dialect: Dialect): string {
  const { entrytype: type, citationkey: _key, ...rest } = extraOf(paper, 'bibtex');
  const named = typeof type === 'string' && isName(type) ? type : types[kindOf(paper)];
  const fields = fieldsOf(paper, named, dialect)
    .filter((field): field is [string, string] => !!field[1])
    .map(([name, value]) => [name, asInFile(rest[name], name, value)] as const);
  const known = new Set(fields.map(([name]) => name));
  const own = Object.entries(rest).filter(
    ([name]) => isName(name) && !known.has(name.toLowerCase()),
  );
  const lines = [...fields, ...own.flatMap(([name, value]) => verbatim(name, value))];
  return `@${named}{${[key, ...lines.map(([name, value]) => `  ${name} = {${value}}`)].join(',\n')}\n}\n`;
}

/**
 * A date that came in as more than Offprint keeps of it, `1982--1983`, leaves so, unless another one is known by now; and an
 * arXiv id with the version that was cited.
 */
function asInFile(written: unknown, name: string, value: string): string {
  const same = { year: value.slice(0, 4), date: value.slice(0, 4), eprint: value }[name];
  if (same === undefined || typeof written !== 'string' || !isClosed(written)) return value;
  return written.includes(same) ? written : value;
}

/** Entries of these types are a part of a book, whatever their venue is called. */
const inBooks = /^in|^conference$/i;

function fieldsOf(paper: OutgoingPaper, type: string, { venueOf, note, date }: Dialect): Field[] {
  const arxiv = idIn('arxiv', paper);
  const doi = doiOf(paper);
  const { title, venue, abstract, status, upvotes } = paper;
  return [
    ['title', title && latexTitle(line(title))],
    ['author', writersOf(paper, 'bibtex').map(authorName).join(' and ')],
    ...date(paper),
    [inBooks.test(type) ? venueOf.conference : venueOf.article, venue && latexText(line(venue))],
    ['doi', doi && latexRaw(doi)],
    ...(arxiv
      ? ([
          ['eprint', arxiv],
          ['eprinttype', 'arxiv'],
          ['archiveprefix', 'arXiv'],
        ] as const)
      : []),
    ['url', urlOf(paper)],
    ['abstract', abstract && latexText(block(abstract))],
    ['keywords', paper.tags?.map(keyword).join(', ')],
    [note, paper.note && latexText(block(paper.note), true)],
    ['readstatus', status === 'reading' ? 'skimmed' : status === 'read' ? 'read' : undefined],
    ['ranking', paper.starred ? 'rank5' : undefined],
    ['x-offprint-organization', paper.organization && latexText(line(paper.organization))],
    ['x-offprint-upvotes', upvotes === undefined ? undefined : String(upvotes)],
    ['x-offprint-code', paper.codeUrl && latexRaw(line(paper.codeUrl))],
    ['x-offprint-saved', savedOf(paper)],
  ];
}

function authorName(person: Person): string {
  const name = latexText(nameOf(person));
  // "and" between two names ends the first of them.
  return 'literal' in person || /\band\b/i.test(name) ? `{${name}}` : name;
}

/** BibTeX has what belongs behind a name before the given one. */
function nameOf(person: Person): string {
  if ('literal' in person) return person.literal;
  const { family, given, suffix } = partsOf(person);
  return [family, suffix, given].filter((part) => part !== undefined).join(', ');
}

function keyword(tag: string): string {
  const text = latexText(line(tag));
  return /[,;]/.test(text) ? `{${text}}` : text;
}

function isName(text: string): boolean {
  return /^[a-z_][\w:.+-]{0,60}$/i.test(text);
}

/** What came in so goes out so; a value that would end the field too early goes out as text. */
function verbatim(name: string, value: unknown): readonly (readonly [string, string])[] {
  if (typeof value !== 'string') return [];
  return [[name, isClosed(value) ? value : latexText(value)]];
}
