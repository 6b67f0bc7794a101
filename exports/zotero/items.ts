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
} as const;

/** An item as Zotero's connector hands it over; fields by https://api.zotero.org/schema. */
export type ZoteroItem = Readonly<Record<string, unknown>> & { readonly itemType: string };

/**
 * A paper as an item of Zotero, with its note. Its tags are not in it: what Zotero finds in an item it takes for tags that a
 * page gave, which the reader may have hidden.
 * @param id Names it within the session in which it is sent.
 */
export function zoteroItem(paper: OutgoingPaper, id: string): ZoteroItem {
  const kind = kindOf(paper);
  const { itemType } = extraOf(paper, 'zotero-rdf');
  const isKnown = typeof itemType === 'string' && Object.hasOwn(venueFields, itemType);
  const type = isKnown ? (itemType as keyof typeof venueFields) : types[kind];
  const arxiv = idIn('arxiv', paper);
  const { title, venue, publishedAt, abstract, note, status } = paper;
  const venueField = venueFields[type];
  const extra = [
    arxiv && type !== 'preprint' && `arXiv: ${arxiv}`,
    status && `Read Status: ${status}`,
  ].filter(Boolean);
  return withoutEmpty({
    id,
    itemType: type,
    title: title && htmlTitle(line(title)),
    creators: personsOf(paper).map(creatorOf),
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

function creatorOf(person: Person): object {
  const creatorType = 'author';
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
