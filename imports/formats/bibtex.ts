import { doiIdentity } from '../../papers/identity';
import { type BibEntry, bibEntries } from '../parts/bibtex-entries';
import { type Groups, groupsIn } from '../parts/bibtex-groups';
import { keptFields } from '../parts/bibtex-kept';
import { bibNames } from '../parts/bibtex-names';
import { parentsIn, withParents } from '../parts/bibtex-parents';
import { dateIn, instantIn, publishedOn } from '../parts/dates';
import { entryOf, mostTags } from '../parts/entry';
import { arxivIn, mentionIn } from '../parts/ids';
import { latexText, splitOutsideBraces } from '../parts/latex';
import { ownNote } from '../parts/notes';
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
    !(/^(?:md|markdown)$/.test(extension) && /^(?:#{1,6} [^\n]*\s+)?[-*+] \[/.test(start)) &&
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
      parents.has(entry.key.toLowerCase()) &&
      /^(?:mv)?(?:proceedings|collection|reference)$|^xdata$|^set$/.test(entry.type)
    ) {
      parents.set(entry.key.toLowerCase(), entry);
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

function* paperOf(
  entry: BibEntry,
  parents: ReadonlyMap<string, BibEntry | undefined>,
  groups: Groups,
): Generator<Parsed, void> {
  const fields = withParents(entry, parents);
  const raw = (name: string) => fields.get(name) || undefined;
  const plain = (name: string) => {
    const value = raw(name);
    return value === undefined ? undefined : latexText(value);
  };
  const author = raw('author');
  const { names, isOpen } = bibNames(author ?? entry.fields.get('editor'));
  const notes = notesOf(fields);
  const urls = addressesOf(fields);
  const arxiv = arxivOf(fields);
  const doi = plain('doi');
  const date = dateOf(plain);
  const venueField = venueFieldOf(entry.type, plain);
  const read = {
    isArxiv: arxiv.some((text) => text && arxivIn(text)),
    hasDoi: doi !== undefined && doiIdentity(doi) !== undefined,
    date,
    venueField,
    machine: notes.machine,
  };
  const bag = [...fields].filter(([name]) => !homes.has(name));
  yield* entryOf({
    line: entry.line,
    key: entry.key,
    claims: {
      arxiv,
      doi: [doi, plain('ids')],
      addresses: urls,
      known: [idOf(plain('pmid'), plain('eprinttype'), plain('eprint'))],
      mentions: [
        plain('journal'),
        plain('journaltitle'),
        plain('volume'),
        ...notes.machine,
        plain('howpublished'),
        plain('number'),
      ],
    },
    title: titleOf(plain('title') ?? plain('titleaddon'), plain('subtitle')),
    authors: names,
    authorsAre: author ? undefined : 'editor',
    date,
    venue: (venueField && plain(venueField)) ?? notes.venue,
    abstract: plain('abstract'),
    codeUrl: plain('x-offprint-code') ?? plain('code'),
    organization: plain('x-offprint-organization'),
    tags: tagsOf(fields),
    folders: [...foldersOf(fields), ...(groups.get(entry.key.toLowerCase()) ?? [])],
    note: notes.note,
    status: statusIn(plain('x-offprint-status') ?? plain('readstatus')),
    starred: isSet(plain('x-offprint-starred') ?? plain('ranking')),
    savedAt: instantIn(plain('x-offprint-saved')),
    extra: [
      'bibtex',
      [
        ['entrytype', entry.type],
        ...(entry.key ? [['citationkey', entry.key] as const] : []),
        ...keptFields(fields, read),
        ...bag,
        ...(isOpen && author ? [['author', author] as const] : []),
      ],
    ],
  });
}

/** Programs write `month = {OCT 1}` and `year = {June 1980}`, too. */
function dateOf(plain: (name: string) => string | undefined): string | undefined {
  const [year, month] = [plain('year'), plain('month')];
  const day = plain('day') ?? /^\p{L}+\.?\s+(\d{1,2})$/u.exec(month ?? '')?.[1];
  const told = month ? publishedOn(year, month, day) : dateIn(year);
  return dateIn(plain('date')) ?? told;
}

function titleOf(title: string | undefined, subtitle: string | undefined): string | undefined {
  if (!title || !subtitle) return title ?? subtitle;
  return /[?!:.]$/.test(title) ? `${title} ${subtitle}` : `${title}: ${subtitle}`;
}

/** Places in which an arXiv id is meant, the surest first. */
function arxivOf(fields: ReadonlyMap<string, string>): (string | undefined)[] {
  const plain = (name: string) => {
    const value = fields.get(name);
    return value === undefined ? undefined : latexText(value);
  };
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

/** A field may hold several addresses; those within text are meant, too. */
function addressesOf(fields: ReadonlyMap<string, string>): string[] {
  return ['url', 'howpublished', 'link', 'ee', 'biburl_', 'note'].flatMap((name) => {
    const raw = fields.get(name);
    if (!raw || (name === 'note' && !/^\s*\\url\{|^\s*https?:/.test(raw))) return [];
    const plain = raw.replace(/\\url\s*\{([^{}]*)\}/g, ' $1 ').replace(/\\([%#&_~])/g, '$1');
    const text = latexless(plain);
    return (
      text.match(
        name === 'url' ? /(?:https?:\/\/|^\s*www\.)[^\s{}"]+/gi : /https?:\/\/[^\s{}"]+/gi,
      ) ?? []
    );
  });
}

/** An address without what LaTeX made of signs in it; a tilde is one. */
function latexless(text: string): string {
  return text
    .replace(/\{\\(?:textasciitilde|~\{\})\}|\\textasciitilde(?:\{\})?|\{?\$\\sim\$\}?/g, '~')
    .replace(/\{\\?([_%&#])\}/g, '$1');
}

/** A part of a book came out in the book, whatever series that is of. */
function venueFieldOf(
  type: string,
  plain: (name: string) => string | undefined,
): string | undefined {
  const names = ['journaltitle', 'journal', 'booktitle', 'eventtitle', 'maintitle'];
  const isPart = /^in|^conference$/.test(type);
  const order = isPart ? ['booktitle', ...names.filter((name) => name !== 'booktitle')] : names;
  return order.find((name) => {
    const text = plain(name);
    return text && !mentionIn(text) && !/^(?:corr|arxiv\b.*|abs\/.*)$/i.test(text);
  });
}

/** The reader's notes, wherever their program keeps them, and what machines wrote there. */
function notesOf(fields: ReadonlyMap<string, string>) {
  const parts = ['annote', 'annotation', 'note', 'comment', 'review'].map((name) => {
    const raw = fields.get(name);
    const text = raw && latexText(unwrapped(name, raw), { isNote: true });
    return ownNote(/^\s*\\url\{[^{}]*\}\s*$/.test(raw ?? '') ? undefined : text);
  });
  const notes = [...new Set(parts.flatMap(({ note }) => note ?? []))];
  return {
    note: notes.length ? notes.join('\n\n') : undefined,
    venue: parts.map(({ venue }) => venue).find(Boolean),
    machine: parts.flatMap(({ machine }) => machine),
  };
}

/** Editors of such files break long lines and indent what follows, which Markdown would take for code. */
function unwrapped(name: string, raw: string): string {
  if (name === 'note') return raw.replace(/(?<![^\S\n])[^\S\n]*\n[^\S\n]+(?=\S)/g, ' ');
  const indents = [...raw.matchAll(/\n([^\S\n]*)(?=\S)/g)].map(([, indent = '']) => indent);
  const least = indents.toSorted((one, other) => one.length - other.length)[0] ?? '';
  if (!/\t| {4}/.test(least) || !indents.every((one) => one.startsWith(least))) return raw;
  return raw.replaceAll(`\n${least}`, '\n');
}

function tagsOf(fields: ReadonlyMap<string, string>): string[] {
  return ['keywords', 'keyword', 'mendeley-tags', 'x-offprint-tags', 'tags'].flatMap((name) =>
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

function foldersOf(fields: ReadonlyMap<string, string>): string[] {
  return ['mendeley-groups', 'groups'].flatMap((name) =>
    splitOutsideBraces(fields.get(name) ?? '', /[,;]/).map((group) =>
      latexText(group).replace(/\s*>\s*/g, '/'),
    ),
  );
}
