import { groupsField, standInField } from '../../papers/facts/extra';
import { doiIdentity } from '../../papers/identity';
import { addressesIn } from '../parts/addresses';
import { type BibEntry, bibEntries } from '../parts/bibtex-entries';
import { type Groups, groupsIn } from '../parts/bibtex-groups';
import { keptFields, type ReadOfEntry } from '../parts/bibtex-kept';
import { bibNames } from '../parts/bibtex-names';
import { type BibNotes, bibNotes, noteField } from '../parts/bibtex-notes';
import { type Parents, parentsIn, withParents } from '../parts/bibtex-parents';
import { bibTitle } from '../parts/bibtex-title';
import { dateIn, instantIn, publishedOn } from '../parts/dates';
import { type Draft, entryOf, mostTags } from '../parts/entry';
import { arxivIn, mentionIn } from '../parts/ids';
import { latexText, splitOutsideBraces } from '../parts/latex';
import { pubmedIn } from '../parts/notes';
import { isSet, statusIn } from '../parts/statuses';
import type { ImportFormat, Parsed, Steps } from '../types';

/**
 * BibTeX and BibLaTeX, as arXiv, DBLP, publishers, Zotero, Better BibTeX, JabRef, Mendeley and Offprint write them.
 * Fields: BibLaTeX manual 3.20, 2.2; JabRef's `readstatus`, `ranking` and `groups`; Mendeley's `arxivId`, `annote`,
 * `mendeley-tags` and `mendeley-groups`.
 */
export const bibtex: ImportFormat = {
  id: 'bibtex',
  extensions: ['bib', 'bibtex', 'biblatex'],
  // A note with properties may hold an entry, and so may one within a list in Markdown.
  recognises: ({ start, extension }) =>
    !/^---[ \t]*\r?\n[\w-]+:/.test(start) &&
    !(/^(?:md|markdown)$/.test(extension) && /^(?:#{1,6} [^\n]*\n\s*)?[-*+] \[/.test(start)) &&
    /(?:^|[\n\r])[ \t]*@[ \t]*[A-Za-z]+\s*[{(]/.test(start),
  parse: parseBibtex,
};

/** Reads the entries of a BibTeX text, also of one that another format has in it. */
function* parseBibtex({ text }: { readonly text: string }): Steps {
  const parents = yield* parentsIn(text);
  const groups = groupsIn(text);
  yield undefined;
  for (const entry of bibEntries(text)) {
    if (!entry) yield undefined;
    else if (entry.kind === 'broken')
      yield { kind: 'damaged', line: entry.line, key: entry.key, reason: entry.reason };
    else if (
      parents.byKey.has(entry.key.toLowerCase()) &&
      /^(?:mv)?(?:proceedings|collection|reference)$|^xdata$|^set$/.test(entry.type)
    ) {
      parents.byKey.set(entry.key.toLowerCase(), entry);
      yield { kind: 'skipped', line: entry.line, key: entry.key, reason: 'notAPaper' };
    } else yield* paperOf(entry, parents, groups);
  }
}

/** Fields that have a home; what is not among them goes into the bag. */
const homes = new Set(
  (
    'title subtitle author date year month doi url abstract keywords keyword note annote annotation comment review eprint ' +
    'eprinttype archiveprefix arxivid journal journaltitle booktitle eventtitle maintitle howpublished readstatus ranking ' +
    'mendeley-tags mendeley-groups groups x-offprint-status x-offprint-starred x-offprint-saved x-offprint-code ' +
    'x-offprint-organization x-offprint-tags crossref tags labels folders'
  ).split(' '),
);

/** What a bag tells of the entry itself. */
const noted: ReadonlySet<string> = new Set([
  'entrytype',
  'citationkey',
  noteField,
  standInField,
  groupsField,
]);

function* paperOf(entry: BibEntry, parents: Parents, groups: Groups): Generator<Parsed, void> {
  const { fields, left } = withParents(entry, parents);
  for (const detail of left) yield { kind: 'remark', remark: 'extraTooLong', detail };
  const raw = (name: string) => fields.get(name) || undefined;
  const plain = plainIn(fields);
  const author = raw('author');
  const { names, hasMore: hasMoreOfAuthors } = bibNames(author ?? entry.fields.get('editor'));
  const notes = bibNotes(fields);
  const date = dateOf(plain);
  const venueField = venueFieldOf(entry.type, plain);
  yield* entryOf({
    line: entry.line,
    key: entry.key,
    claims: claimsOf(fields, plain, notes),
    title: bibTitle(raw('title') ?? raw('titleaddon'), raw('subtitle')),
    authors: names,
    authorsAre: author ? undefined : 'editor',
    date,
    venue: (venueField && plain(venueField)) ?? notes.venue,
    abstract: plain('abstract'),
    codeUrl: plain('x-offprint-code') ?? plain('code'),
    organization: plain('x-offprint-organization'),
    tags: tagsOf(fields),
    folders: [...foldersOf(fields, groups), ...(groups.byKey.get(entry.key.toLowerCase()) ?? [])],
    note: notes.note,
    status: statusIn(plain('x-offprint-status') ?? plain('readstatus') ?? notes.status),
    starred: isSet(plain('x-offprint-starred') ?? plain('ranking')),
    savedAt: instantIn(plain('x-offprint-saved') ?? plain('date-added') ?? plain('creationdate')),
    extra: [
      'bibtex',
      bagOf(entry, fields, { date, venueField, noteField: notes.field, hasMoreOfAuthors }),
    ],
  });
}

/** What a field says without its LaTeX; `undefined` where there is none. */
type Plain = (name: string) => string | undefined;

function plainIn(fields: ReadonlyMap<string, string>): Plain {
  return (name) => {
    const value = fields.get(name);
    return value ? latexText(value) : undefined;
  };
}

function claimsOf(
  fields: ReadonlyMap<string, string>,
  plain: Plain,
  { machine }: BibNotes,
): Draft['claims'] {
  return {
    arxiv: arxivOf(plain),
    doi: [plain('doi'), plain('ids')],
    addresses: addressesOf(fields),
    known: [idOf(plain('pmid'), plain('eprinttype'), plain('eprint')), pubmedIn(machine)],
    mentions: [
      ...['journal', 'journaltitle', 'volume'].map(plain),
      ...machine,
      ...['howpublished', 'number'].map(plain),
    ],
  };
}

/** What has no home, or more to say than that holds. What is noted beside the fields has names that a file may have given to its own. */
function bagOf(
  entry: BibEntry,
  fields: ReadonlyMap<string, string>,
  read: Omit<ReadOfEntry, 'isArxiv' | 'hasDoi'>,
): (readonly [string, unknown])[] {
  const plain = plainIn(fields);
  const isArxiv = arxivOf(plain).some((text) => text && arxivIn(text));
  const hasDoi = doiIdentity(plain('doi') ?? '') !== undefined;
  return [
    ...[...fields].filter(([name]) => !homes.has(name) && !noted.has(name)),
    ['entrytype', entry.type],
    ...(entry.key ? [['citationkey', entry.key] as const] : []),
    ...keptFields(fields, { ...read, isArxiv, hasDoi }),
  ];
}

/** Programs write `month = {OCT 1}` and `year = {June 1980}`, too. */
function dateOf(plain: Plain): string | undefined {
  const [year, month] = [plain('year'), plain('month')];
  const day = plain('day') ?? /^\p{L}+\.?\s+(\d{1,2})$/u.exec(month ?? '')?.[1];
  const whole = plain('date');
  const date = dateIn(whole);
  if (date && date !== whole?.trim()) return date;
  if (date && date.length > 4) return date;
  return month ? publishedOn(date ?? year, month, day) : (date ?? dateIn(year));
}

/** Places in which an arXiv id is meant, the surest first. */
function arxivOf(plain: Plain): (string | undefined)[] {
  const eprint = plain('eprint');
  const kind = plain('eprinttype') ?? plain('archiveprefix') ?? '';
  const group = plain('primaryclass') ?? plain('eprintclass') ?? '';
  const isOld = /^\d{7}(?:v\d+)?$/.test(eprint ?? '');
  const archive = /^[a-z-]+/i.exec(
    isOld ? (kind.toLowerCase() === 'arxiv' || !kind ? group : kind) : '',
  )?.[0];
  const isArxiv = !kind || /arxiv/i.test(kind);
  return [
    plain('arxivid') ?? plain('arxiv'),
    isOld && archive ? `${archive}/${eprint}` : undefined,
    isArxiv ? eprint : undefined,
  ];
}

function idOf(pmid?: string, kind?: string, eprint?: string): string | undefined {
  const number = pmid ?? (/^(?:pubmed|pmid)$/i.test(kind ?? '') ? eprint : undefined);
  return /^\d{1,8}$/.test(number ?? '') ? `pmid:${number}` : undefined;
}

/** Fields that hold addresses; a note only where it is nothing else. */
function addressesOf(fields: ReadonlyMap<string, string>): string[] {
  return ['url', 'howpublished', 'link', 'ee', 'biburl_', 'note'].flatMap((name) => {
    const raw = fields.get(name);
    if (!raw || (name === 'note' && !/^\s*\\url\{|^\s*https?:/.test(raw))) return [];
    return addressesIn(raw, name === 'url');
  });
}

/** A part of a book came out in the book, whatever series that is of. */
function venueFieldOf(type: string, plain: Plain): string | undefined {
  const names = ['journaltitle', 'journal', 'booktitle', 'eventtitle', 'maintitle'];
  const isPart = /^in|^conference$/.test(type);
  const order = isPart ? ['booktitle', ...names.filter((name) => name !== 'booktitle')] : names;
  return order.find((name) => {
    const text = plain(name);
    return text && !mentionIn(text) && !/^(?:corr|arxiv\b.*|abs\/.*)$/i.test(text);
  });
}

function tagsOf(fields: ReadonlyMap<string, string>): string[] {
  return ['keywords', 'keyword', 'mendeley-tags', 'x-offprint-tags', 'tags', 'labels'].flatMap(
    (name) =>
      splitOutsideBraces(bare(fields.get(name) ?? ''), /[,;]/)
        .slice(0, mostTags + 1)
        .map((tag) => latexText(tag, { isTag: true })),
  );
}

/** Braces around all keywords hold no tag together. */
function bare(keywords: string): string {
  const inner = /^\s*\{([^{}]*)\}\s*$/.exec(keywords)?.[1];
  return inner?.includes(';') ? inner : keywords;
}

/** JabRef's entries name a group alone, and its tree tells where that stands. */
function foldersOf(fields: ReadonlyMap<string, string>, { paths }: Groups): string[] {
  return ['mendeley-groups', 'groups', 'folders'].flatMap((field) =>
    splitOutsideBraces(fields.get(field) ?? '', /[,;]/).map((group) => {
      const name = latexText(group);
      return (field === 'groups' ? paths.get(name) : undefined) ?? name.replace(/\s*>\s*/g, '/');
    }),
  );
}
