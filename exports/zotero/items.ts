import { type StandIns, standInField } from '../../papers/facts/extra';
import { htmlTitle } from '../formats/html-title';
import { noteHtml } from '../formats/note-html';
import {
  block,
  doiOf,
  extraOf,
  givenWithSuffix,
  idIn,
  kindOf,
  line,
  type OutgoingPaper,
  type Person,
  personsOf,
  urlOf,
  type WorkKind,
  writersOf,
} from '../outgoing';

const types = {
  preprint: 'preprint',
  article: 'journalArticle',
  conference: 'conferencePaper',
  webpage: 'webpage',
} as const satisfies Record<WorkKind, string>;

/** The field that each type of item has for where it came out. */
const venueFields = {
  journalArticle: 'publicationTitle',
  conferencePaper: 'proceedingsTitle',
  webpage: 'websiteTitle',
  preprint: 'repository',
  bookSection: 'bookTitle',
  thesis: 'university',
  report: 'institution',
} as const;

/** Fields that Zotero's own file had for it, as its RDF and as its items call them. */
const rdfFields: Readonly<Record<string, string>> = {
  ...{ 'prism:volume': 'volume', 'prism:number': 'issue', 'bib:pages': 'pages' },
  ...{ 'dc:publisher': 'publisher', 'dc:rights': 'rights', 'z:language': 'language' },
  ...{ 'z:shortTitle': 'shortTitle', 'z:libraryCatalog': 'libraryCatalog' },
};

/** An item as Zotero's connector hands it over; fields by https://api.zotero.org/schema. */
export type ZoteroItem = Readonly<Record<string, unknown>> & { readonly itemType: string };

/**
 * A paper as an item of Zotero, with its note. Its tags are not in it: what Zotero finds in an item it takes for tags that a
 * page gave, which the reader may have hidden.
 * @param id Names it within the session in which it is sent.
 */
export function zoteroItem(paper: OutgoingPaper, id: string): ZoteroItem {
  const kind = kindOf(paper);
  const bag = extraOf(paper, 'zotero');
  const itemType = bag['z:itemType'];
  const isKnown = typeof itemType === 'string' && Object.hasOwn(venueFields, itemType);
  const type = isKnown ? (itemType as keyof typeof venueFields) : types[kind];
  const arxiv = idIn('arxiv', paper);
  const { title, venue, publishedAt, abstract, note, status } = paper;
  const venueField = venueFields[type];
  const extra = [
    arxiv && type !== 'preprint' && `arXiv: ${arxiv}`,
    ...Object.entries(bag).flatMap(([name, value]) => {
      const field = /^extra: (?!arxiv$|read[ _]status$)(.+)$/i.exec(name)?.[1];
      return field && typeof value === 'string' ? `${field}: ${line(value)}` : [];
    }),
    status && `Read Status: ${status}`,
  ].filter(Boolean);
  return withoutEmpty({
    ...fieldsOfZotero(bag),
    id,
    itemType: type,
    title: title && htmlTitle(line(title)),
    creators: creatorsOf(paper),
    date: publishedAt && (/^[\d-]{4,10}/.exec(publishedAt)?.[0] ?? line(publishedAt)),
    abstractNote: abstract && block(abstract),
    url: urlOf(paper),
    DOI: type === 'webpage' ? undefined : doiOf(paper),
    [venueField]: venue && line(venue),
    ...(arxiv && type === 'preprint' ? { repository: 'arXiv', archiveID: `arXiv:${arxiv}` } : {}),
    extra: extra.join('\n'),
    notes: note ? [{ note: noteHtml(block(note)) }] : [],
    tags: [],
    attachments: [],
  });
}

/** What came from Zotero and has no home here goes back there: of the item, and of the volume that it is in. */
function fieldsOfZotero(bag: Readonly<Record<string, unknown>>): Record<string, string> {
  const volume = Array.isArray(bag.container) ? (bag.container as readonly unknown[]) : [];
  const told = [...volume, ...Object.entries(bag)].flatMap((field) => {
    const [name, value] = Array.isArray(field) ? (field as readonly unknown[]) : [];
    const known = typeof name === 'string' ? rdfFields[name] : undefined;
    return known && typeof value === 'string' ? [[known, line(value)] as const] : [];
  });
  return Object.fromEntries(told);
}

/** Editors of a book that nobody wrote are such, and no authors. */
function creatorsOf(paper: OutgoingPaper): object[] {
  const writers = writersOf(paper, 'zotero');
  if (writers.length) return writers.map((person) => creatorOf(person, 'author'));
  const { role } = (extraOf(paper, 'zotero')[standInField] ?? {}) as Partial<StandIns>;
  const others = role === 'bib:contributors' ? 'contributor' : 'editor';
  return personsOf(paper).map((person) => creatorOf(person, others));
}

function creatorOf(person: Person, creatorType: string): object {
  return 'literal' in person
    ? { lastName: person.literal, fieldMode: 1, creatorType }
    : { lastName: person.family, firstName: givenWithSuffix(person), creatorType };
}

function withoutEmpty(
  fields: Readonly<Record<string, unknown>> & { itemType: string },
): ZoteroItem {
  const kept = Object.entries(fields).filter(([, value]) => value !== undefined && value !== '');
  return Object.fromEntries(kept) as ZoteroItem;
}
