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
  personsOf,
  urlOf,
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
  const { itemType } = extraOf(paper, 'zotero-rdf');
  const type = typeof itemType === 'string' && /^[a-z]+$/i.test(itemType) ? itemType : types[kind];
  const { title, venue, status, publishedAt, abstract, note, tags = [] } = paper;
  const url = urlOf(paper);
  const lines = [
    element('z:itemType', type),
    title && element('dc:title', htmlTitle(line(title))),
    authors(personsOf(paper)),
    venue &&
      `<dcterms:isPartOf><bib:Journal>${element('dc:title', line(venue))}</bib:Journal></dcterms:isPartOf>`,
    publishedAt && element('dc:date', /^[\d-]{4,10}/.exec(publishedAt)?.[0] ?? line(publishedAt)),
    doi && element('dc:identifier', `DOI ${doi}`),
    ...(kind === 'preprint' && arxiv
      ? [element('z:archiveID', `arXiv:${arxiv}`), element('z:repository', 'arXiv')]
      : []),
    description(arxiv, status),
    url && `<dc:identifier><dcterms:URI>${element('rdf:value', url)}</dcterms:URI></dc:identifier>`,
    abstract && element('dcterms:abstract', block(abstract)),
    ...tags.map((tag) => element('dc:subject', line(tag))),
    note && `<dcterms:isReferencedBy rdf:resource="#note_${number}"/>`,
  ];
  const body = lines.flatMap((one) => (one ? `    ${one}\n` : [])).join('');
  const memo = note
    ? `  <bib:Memo rdf:about="#note_${number}">${element('rdf:value', noteHtml(block(note)))}</bib:Memo>\n`
    : '';
  return `  <rdf:Description rdf:about="#item_${number}">\n${body}  </rdf:Description>\n${memo}`;
}

/** Zotero's "Extra": the arXiv id where the kind of item has no field for it, and the status. */
function description(arxiv: string | undefined, status: string | undefined): string | undefined {
  const lines = [arxiv && `arXiv: ${arxiv}`, status && `Read Status: ${status}`].filter(Boolean);
  return lines.length ? element('dc:description', lines.join('\n')) : undefined;
}

function authors(persons: readonly Person[]): string | undefined {
  const names = persons.map((person) =>
    'literal' in person
      ? element('foaf:surname', person.literal)
      : element('foaf:surname', person.family) + element('foaf:givenName', person.given),
  );
  const items = names.map((name) => `<rdf:li><foaf:Person>${name}</foaf:Person></rdf:li>`);
  return items.length
    ? `<bib:authors><rdf:Seq>${items.join('')}</rdf:Seq></bib:authors>`
    : undefined;
}

function element(name: string, text: string): string {
  return `<${name}>${escapeHtml(text)}</${name}>`;
}
