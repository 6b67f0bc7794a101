import type { Status } from '../../papers/paper';
import { type BibEntry, bibEntries } from '../parts/bibtex-entries';
import { bibNames } from '../parts/bibtex-names';
import { dateIn, instantIn, publishedOn } from '../parts/dates';
import { entryOf } from '../parts/entry';
import { mentionIn } from '../parts/ids';
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
  recognises: ({ start }) => /(?:^|[\n\r])[ \t]*@[ \t]*[A-Za-z]+\s*[{(]/.test(start),
  parse: parseBibtex,
};

/** Reads the entries of a BibTeX text, also of one that another format has in it. */
function* parseBibtex({ text }: { readonly text: string }): Steps {
  const parents = parentsIn(text);
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
    } else yield* paperOf(entry, parents);
  }
}

/** The keys that entries name as their parents, and those parents as far as they can be found. */
function parentsIn(text: string): Map<string, BibEntry | undefined> {
  const parents = new Map<string, BibEntry | undefined>();
  for (const found of text.matchAll(/\b(?:crossref|xdata)\s*=\s*["{]\s*([^"{}]{1,300}?)\s*["}]/gi))
    for (const key of (found[1] ?? '').split(',')) parents.set(key.trim().toLowerCase(), undefined);
  for (const key of parents.keys()) parents.set(key, parentAt(text, key));
  return parents;
}

/** Parents stand behind their children as a rule, so that they are looked for first. */
function parentAt(text: string, key: string): BibEntry | undefined {
  const escaped = key.replace(/[^\w]/g, '\\$&');
  const found = new RegExp(`@[ \\t]*[a-z]+\\s*[{(]\\s*${escaped}\\s*,`, 'i').exec(text);
  const [entry] = found ? bibEntries(text.slice(found.index, found.index + 100_000)) : [];
  return entry?.kind === 'entry' ? entry : undefined;
}

/** What an entry takes from its parent under another name. BibLaTeX manual, appendix B. */
const inherited: Readonly<Record<string, string>> = {
  title: 'booktitle',
  subtitle: 'booksubtitle',
  journaltitle: 'journaltitle',
  journal: 'journal',
  booktitle: 'booktitle',
  date: 'date',
  year: 'year',
  month: 'month',
  publisher: 'publisher',
};

function withParents(entry: BibEntry, parents: ReadonlyMap<string, BibEntry | undefined>) {
  const fields = new Map(entry.fields);
  const named = [fields.get('crossref'), fields.get('xdata')].join(',').split(',');
  for (const name of named) {
    const parent = parents.get(name.trim().toLowerCase());
    for (const [from, to] of Object.entries(inherited)) {
      const value = parent?.fields.get(from);
      if (value && !fields.has(to)) fields.set(to, value);
    }
  }
  return fields;
}

/** Fields that have a home; what is not among them goes into the bag. */
const homes = new Set(
  (
    'title subtitle author date year month doi url abstract keywords keyword note annote annotation comment review eprint ' +
    'eprinttype archiveprefix arxivid journal journaltitle booktitle booksubtitle howpublished readstatus ranking ' +
    'mendeley-tags mendeley-groups groups x-offprint-status x-offprint-starred x-offprint-saved x-offprint-code ' +
    'x-offprint-organization x-offprint-tags crossref tags labels folders'
  ).split(' '),
);

function* paperOf(
  entry: BibEntry,
  parents: ReadonlyMap<string, BibEntry | undefined>,
): Generator<Parsed, void> {
  const fields = withParents(entry, parents);
  const raw = (name: string) => fields.get(name) || undefined;
  const plain = (name: string) => {
    const value = raw(name);
    return value === undefined ? undefined : latexText(value);
  };
  const { names, isOpen } = bibNames(raw('author') ?? raw('editor'));
  const notes = notesOf(fields);
  const urls = addressesOf(fields);
  const bag = [...entry.fields].filter(([name]) => !homes.has(name));
  yield* entryOf({
    line: entry.line,
    key: entry.key,
    claims: {
      arxiv: arxivOf(fields),
      doi: [plain('doi'), plain('ids')],
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
    title: titleOf(plain('title'), plain('subtitle')),
    authors: names,
    date: dateIn(plain('date')) ?? publishedOn(plain('year'), plain('month'), plain('day')),
    venue: venueOf(plain, notes.venue),
    abstract: plain('abstract'),
    codeUrl: plain('x-offprint-code') ?? plain('code'),
    organization: plain('x-offprint-organization'),
    tags: tagsOf(fields),
    folders: foldersOf(fields),
    note: notes.note,
    status: statusOf(plain('x-offprint-status') ?? plain('readstatus')),
    starred: isSet(plain('x-offprint-starred') ?? plain('ranking')),
    savedAt: instantIn(plain('x-offprint-saved')),
    extra: [
      'bibtex',
      [
        ['entrytype', entry.type],
        ...(entry.key ? [['citationkey', entry.key] as const] : []),
        ...bag,
        ...(isOpen ? [['author', raw('author') ?? ''] as const] : []),
      ],
    ],
  });
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
    return text.match(/https?:\/\/[^\s{}"]+/gi) ?? [];
  });
}

/** An address without what LaTeX made of signs in it; a tilde is one. */
function latexless(text: string): string {
  return text
    .replace(/\{\\(?:textasciitilde|~\{\})\}|\\textasciitilde(?:\{\})?|\{?\$\\sim\$\}?/g, '~')
    .replace(/\{\\?([_%&#])\}/g, '$1');
}

function venueOf(
  plain: (name: string) => string | undefined,
  accepted: string | undefined,
): string | undefined {
  const names = ['journaltitle', 'journal', 'booktitle', 'eventtitle', 'maintitle'];
  const found = names
    .map(plain)
    .find((name) => name && !mentionIn(name) && !/^(?:corr|arxiv\b.*|abs\/.*)$/i.test(name));
  return found ?? accepted;
}

/** The reader's notes, wherever their program keeps them, and what machines wrote there. */
function notesOf(fields: ReadonlyMap<string, string>) {
  const parts = ['annote', 'annotation', 'note', 'comment', 'review'].map((name) => {
    const raw = fields.get(name);
    const text = raw === undefined ? undefined : latexText(raw, { isNote: true });
    return ownNote(/^\s*\\url\{[^{}]*\}\s*$/.test(raw ?? '') ? undefined : text);
  });
  const notes = [...new Set(parts.flatMap(({ note }) => note ?? []))];
  return {
    note: notes.length ? notes.join('\n\n') : undefined,
    venue: parts.map(({ venue }) => venue).find(Boolean),
    machine: parts.flatMap(({ machine }) => machine),
  };
}

function tagsOf(fields: ReadonlyMap<string, string>): string[] {
  return ['keywords', 'keyword', 'mendeley-tags', 'x-offprint-tags', 'tags'].flatMap((name) =>
    splitOutsideBraces(fields.get(name) ?? '', /[,;]/).map((tag) => latexText(tag)),
  );
}

function foldersOf(fields: ReadonlyMap<string, string>): string[] {
  return ['mendeley-groups', 'groups'].flatMap((name) =>
    splitOutsideBraces(fields.get(name) ?? '', /[,;]/).map((group) =>
      latexText(group).replace(/\s*>\s*/g, '/'),
    ),
  );
}

function statusOf(text: string | undefined): Status | undefined {
  return statusIn(text);
}
