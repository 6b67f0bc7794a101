import { titleText } from '../../imports/parts/titles';
import { type ExportFormat, onePerPaper } from '../format';
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
  urlOf,
  writersOf,
} from '../outgoing';
import { escapeHtml } from '../share';
import { htmlTitle } from './html-title';
import { noteHtml } from './note-html';

const types = {
  preprint: 'preprint',
  article: 'journalArticle',
  conference: 'conferencePaper',
  webpage: 'webpage',
};

const namespaces = {
  rdf: 'http://www.w3.org/1999/02/22-rdf-syntax-ns#',
  z: 'http://www.zotero.org/namespaces/export#',
  dcterms: 'http://purl.org/dc/terms/',
  bib: 'http://purl.org/net/biblio#',
  foaf: 'http://xmlns.com/foaf/0.1/',
  dc: 'http://purl.org/dc/elements/1.1/',
  prism: 'http://prismstandard.org/namespaces/1.2/basic/',
  vcard: 'http://nwalsh.com/rdf/vCard#',
};

/**
 * Zotero's RDF (https://github.com/zotero/translators, "Zotero RDF.js"): of all that Zotero reads the one format that
 * keeps preprints, tags with commas and the form of notes.
 */
export const zoteroRdf: ExportFormat = {
  id: 'zotero-rdf',
  extension: 'rdf',
  mediaType: 'application/rdf+xml',
  carries: ['notes', 'tags', 'status', 'abstract', 'rest'],
  write: (papers) => {
    let count = 0;
    const named = Object.entries(namespaces).map(([name, address]) => `xmlns:${name}="${address}"`);
    return onePerPaper(papers, {
      before: `<rdf:RDF ${named.join(' ')}>\n`,
      after: '</rdf:RDF>\n',
      paper: (paper) => {
        count += 1;
        return item(paper, count);
      },
    });
  },
};

function item(paper: OutgoingPaper, number: number): string {
  const arxiv = idIn('arxiv', paper);
  const doi = doiOf(paper);
  const kind = kindOf(paper);
  const bag = extraOf(paper, 'zotero');
  const itemType = bag['z:itemType'];
  const type = typeof itemType === 'string' && /^[a-z]+$/i.test(itemType) ? itemType : types[kind];
  const { title, venue, publishedAt, abstract, note, tags = [] } = paper;
  const url = urlOf(paper);
  const lines = [
    element('z:itemType', type),
    title && element('dc:title', titleOf(line(title), bag['dc:title'])),
    authors(writersOf(paper, 'zotero')),
    container(venue, bag),
    publishedAt && element('dc:date', dateOf(publishedAt, bag['dc:date'])),
    doi && element('dc:identifier', `DOI ${doi}`),
    ...(type === 'preprint' && arxiv && !('prism:number' in bag) && !('z:archiveID' in bag)
      ? [element('z:archiveID', `arXiv:${arxiv}`), element('z:repository', 'arXiv')]
      : []),
    description(paper, bag),
    url && `<dc:identifier><dcterms:URI>${element('rdf:value', url)}</dcterms:URI></dc:identifier>`,
    abstract && element('dcterms:abstract', block(abstract)),
    ...tags.map((tag) => element('dc:subject', line(tag))),
    ...otherFields(bag),
    note && `<dcterms:isReferencedBy rdf:resource="#note_${number}"/>`,
  ];
  const body = lines.flatMap((one) => (one ? `    ${one}\n` : [])).join('');
  const memo = note
    ? `  <bib:Memo rdf:about="#note_${number}">${element('rdf:value', noteHtml(block(note)))}</bib:Memo>\n`
    : '';
  return `  <rdf:Description rdf:about="#item_${number}">\n${body}  </rdf:Description>\n${memo}`;
}

/** Zotero's "Extra": the arXiv id where the kind of item has no field for it, the status, and what it had there. */
function description(paper: OutgoingPaper, bag: Bag): string | undefined {
  const arxiv = idIn('arxiv', paper);
  const said = textsIn(bag).flatMap(([name, value]) =>
    name.startsWith(extraLine) ? [[name.slice(extraLine.length), line(value)] as const] : [],
  );
  const isStatus = (name: string) => /^read[_ ]status$/i.test(name);
  const hadStatus = said.some(([name]) => isStatus(name));
  const lines = [
    arxiv && !said.some(([name]) => /^arxiv$/i.test(name)) && `arXiv: ${arxiv}`,
    paper.status && (paper.status !== 'unread' || hadStatus)
      ? `Read Status: ${paper.status}`
      : undefined,
    ...said.filter(([name]) => !isStatus(name)).map(([name, value]) => `${name}: ${value}`),
  ].filter(Boolean);
  return lines.length ? element('dc:description', lines.join('\n')) : undefined;
}

/** A title that came with markup leaves with it, unless it is another one by now. */
function titleOf(title: string, written: unknown): string {
  const isSame = typeof written === 'string' && titleText(written) === title;
  return isSame ? line(written) : htmlTitle(title);
}

/** So does a date that said more than is kept. */
function dateOf(date: string, written: unknown): string {
  if (typeof written === 'string' && written.includes(date.slice(0, 4))) return line(written);
  return /^[\d-]{4,10}/.exec(date)?.[0] ?? line(date);
}

/** The journal or book that it is in, with what was said of that. */
function container(venue: string | undefined, bag: Bag): string | undefined {
  const { container: fields, 'container-type': type } = bag;
  const name = typeof type === 'string' && isElement(type) ? type : 'bib:Journal';
  const parts = [...(venue ? [element('dc:title', line(venue))] : []), ...keptElements(fields)];
  return parts.length
    ? `<dcterms:isPartOf><${name}>${parts.join('')}</${name}></dcterms:isPartOf>`
    : undefined;
}

/** Elements as they were kept of a file, see `KeptElement`; what is none is left out. */
function keptElements(kept: unknown, depth = 0): string[] {
  if (!Array.isArray(kept) || depth > 20) return [];
  return kept.flatMap((one: unknown) => {
    const [name, content] = Array.isArray(one) ? (one as readonly unknown[]) : [];
    if (typeof name !== 'string' || !isElement(name)) return [];
    if (typeof content === 'string') return element(name, block(content));
    const inner = keptElements(content, depth + 1).join('');
    return inner ? `<${name}>${inner}</${name}>` : [];
  });
}

/** Of the plain fields those that are written in a way of their own. */
const written = new Set(['z:itemType', 'dc:publisher', 'dc:title', 'dc:date']);

/** What has no home in Offprint, as it came. */
function otherFields(bag: Bag): string[] {
  const { automaticTags } = bag;
  const tags = Array.isArray(automaticTags) ? automaticTags : [];
  const plain = textsIn(bag).filter(([name]) => isElement(name) && !written.has(name));
  const publisher = bag['dc:publisher'];
  return [
    ...tags.map(
      (tag) =>
        `<dc:subject><z:AutomaticTag>${element('rdf:value', line(String(tag)))}</z:AutomaticTag></dc:subject>`,
    ),
    ...plain.map(([name, value]) => element(name, block(value))),
    ...(typeof publisher === 'string'
      ? [
          `<dc:publisher><foaf:Organization>${element('foaf:name', line(publisher))}</foaf:Organization></dc:publisher>`,
        ]
      : []),
    ...keptElements(bag.others),
  ];
}

type Bag = Readonly<Record<string, unknown>>;

/** What the names of fields begin with that stand in "Extra". */
const extraLine = 'extra: ';

function textsIn(bag: Bag): [string, string][] {
  return Object.entries(bag).flatMap(([name, value]) =>
    typeof value === 'string' ? [[name, value]] : [],
  );
}

/** Whether a name is one of an element of the file's own namespaces. */
function isElement(name: string): boolean {
  const [, prefix = ''] = /^([a-z]+):[a-z]\w*$/i.exec(name) ?? [];
  return Object.hasOwn(namespaces, prefix);
}

function authors(persons: readonly Person[]): string | undefined {
  const names = persons.map((person) =>
    'literal' in person
      ? element('foaf:surname', person.literal)
      : element('foaf:surname', person.family) + element('foaf:givenName', givenWithSuffix(person)),
  );
  const items = names.map((name) => `<rdf:li><foaf:Person>${name}</foaf:Person></rdf:li>`);
  return items.length
    ? `<bib:authors><rdf:Seq>${items.join('')}</rdf:Seq></bib:authors>`
    : undefined;
}

function element(name: string, text: string): string {
  return `<${name}>${escapeHtml(text)}</${name}>`;
}
