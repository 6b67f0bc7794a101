import { dateIn } from '../parts/dates';
import { entryOf } from '../parts/entry';
import { htmlToMarkdown } from '../parts/html';
import { LineCounter } from '../parts/lines';
import { joinedName } from '../parts/names';
import { zoteroExtra } from '../parts/notes';
import { statusIn } from '../parts/statuses';
import { titleText } from '../parts/titles';
import { childrenOf, childText, type XmlElement, xmlElements } from '../parts/xml-tree';
import { type Container, zoteroBag } from '../parts/zotero-bag';
import type { ImportFormat, Parsed, Steps } from '../types';

/** Zotero's RDF. Source: https://github.com/zotero/translators, "Zotero RDF.js" and "RDF.js". */
export const zoteroRdf: ImportFormat = {
  id: 'zotero',
  extensions: ['rdf', 'xml'],
  recognises: ({ start }) =>
    /^<[\s\S]*?(?<=<(?:\w+:)?)RDF\b/.test(start) &&
    /zotero\.org\/namespaces|purl\.org\/net\/biblio/.test(start),
  parse: parseRdf,
};

const prefixes = {
  'http://www.w3.org/1999/02/22-rdf-syntax-ns#': 'rdf',
  'http://www.zotero.org/namespaces/export#': 'z',
  'http://purl.org/dc/terms/': 'dcterms',
  'http://purl.org/dc/elements/1.1/': 'dc',
  'http://purl.org/rss/1.0/modules/link/': 'link',
  'http://purl.org/net/biblio#': 'bib',
  'http://xmlns.com/foaf/0.1/': 'foaf',
  'http://prismstandard.org/namespaces/1.2/basic/': 'prism',
  'http://nwalsh.com/rdf/vCard#': 'vcard',
};

/** What stands in the file, by how others refer to it. */
interface Library {
  readonly byAbout: ReadonlyMap<string, XmlElement>;
  /** How many items refer to a container or a note. */
  readonly uses: ReadonlyMap<string, number>;
  /** The paths of the collections that an item is in. */
  readonly folders: ReadonlyMap<string, readonly string[]>;
}

function* parseRdf({ text }: { readonly text: string }): Steps {
  const elements: XmlElement[] = [];
  for (const element of xmlElements(text, prefixes)) {
    if (element) elements.push(element);
    else yield undefined;
  }
  const library = yield* libraryOf(elements);
  const lines = new LineCounter(text);
  for (const [number, element] of elements.entries()) {
    const line = lines.at(element.at + 1);
    if (!element.isWhole) yield { kind: 'remark', remark: 'noEnd' };
    if (isItem(element)) yield* paperOf(element, line, library);
    else if (isLooseNote(element, library))
      yield { kind: 'skipped', line, key: aboutOf(element), reason: 'looseNote' };
    if (number % 50 === 0) yield undefined;
  }
}

function aboutOf({ attributes }: XmlElement): string {
  return attributes['rdf:about'] ?? attributes['rdf:ID'] ?? '';
}

function isItem(element: XmlElement): boolean {
  const type = childText(element, 'z:itemType');
  return type !== undefined && type !== 'attachment' && type !== 'note' && type !== 'annotation';
}

function isLooseNote(element: XmlElement, { uses }: Library): boolean {
  return element.name === 'bib:Memo' && !uses.has(aboutOf(element));
}

function* libraryOf(elements: readonly XmlElement[]): Generator<undefined, Library> {
  const byAbout = new Map<string, XmlElement>();
  const uses = new Map<string, number>();
  for (const [number, element] of elements.entries()) {
    byAbout.set(aboutOf(element), element);
    if (isItem(element))
      for (const name of ['dcterms:isPartOf', 'dcterms:isReferencedBy'])
        for (const id of resourcesOf(element, name)) uses.set(id, (uses.get(id) ?? 0) + 1);
    if (number % 500 === 0) yield undefined;
  }
  return { byAbout, uses, folders: foldersOf(elements) };
}

function resourcesOf(element: XmlElement, name: string): string[] {
  return childrenOf(element, name).flatMap(({ attributes }) => attributes['rdf:resource'] ?? []);
}

/** How many collections lie in each other at most in a path; those further down begin one. */
const deepest = 40;

/** The paths of collections, down from those that are in no other; a ring of them is followed once. */
function foldersOf(elements: readonly XmlElement[]): Map<string, string[]> {
  const collections = new Map(
    elements.filter(({ name }) => name === 'z:Collection').map((one) => [aboutOf(one), one]),
  );
  const inner = new Set(
    [...collections.values()].flatMap((one) => resourcesOf(one, 'dcterms:hasPart')),
  );
  const folders = new Map<string, string[]>();
  const seen = new Set<string>();
  const walk = (id: string, above: string, depth: number): void => {
    const collection = collections.get(id);
    if (!collection || seen.has(id) || depth > deepest) return;
    seen.add(id);
    const path = [above, childText(collection, 'dc:title')].filter(Boolean).join('/');
    for (const part of resourcesOf(collection, 'dcterms:hasPart')) {
      const paths = folders.get(part);
      if (collections.has(part)) walk(part, path, depth + 1);
      else if (paths) paths.push(path);
      else folders.set(part, [path]);
    }
  };
  for (const id of collections.keys()) if (!inner.has(id)) walk(id, '', 0);
  for (const id of collections.keys()) walk(id, '', 0);
  return folders;
}

function* paperOf(item: XmlElement, line: number, library: Library): Generator<Parsed, void> {
  const about = aboutOf(item);
  const extra = zoteroExtra(childText(item, 'dc:description'));
  const containers = containersOf(item, library);
  const identifiers = [
    item,
    ...containers.filter(({ isOwn }) => isOwn).map(({ element }) => element),
  ].flatMap(identifiersOf);
  const venue = containers.map(({ element }) => childText(element, 'dc:title')).find(Boolean);
  const automatic = childrenOf(item, 'dc:subject', 'z:AutomaticTag').flatMap(
    (tag) => childText(tag, 'rdf:value') ?? [],
  );
  const people = peopleOf(item);
  const date = dateIn(childText(item, 'dc:date'));
  yield* entryOf({
    line,
    key: extra.fields.get('citation key') ?? childText(item, 'dc:title')?.slice(0, 200) ?? about,
    claims: {
      arxiv: [
        childText(item, 'z:archiveID'),
        childText(item, 'z:archiveLocation'),
        childText(item, 'prism:number'),
        ...extra.arxiv,
      ].filter((text) => /arxiv|^\d{4}\.\d{4,5}|^[a-z-]+\/\d{7}/i.test(text ?? '')),
      doi: [...identifiers, extra.fields.get('doi')].flatMap(
        (text) => /^doi\s*(.*)$/i.exec(text ?? '')?.[1] ?? [],
      ),
      addresses: [childText(item, 'dc:identifier', 'dcterms:URI', 'rdf:value'), about],
      mentions: [venue],
    },
    title: titleText(childText(item, 'dc:title')),
    authors: people.names,
    authorsAre: people.role,
    date,
    venue: titleText(venue),
    abstract: childText(item, 'dcterms:abstract'),
    tags: childrenOf(item, 'dc:subject').flatMap(({ children, text }) =>
      children.length ? [] : [text],
    ),
    folders: library.folders.get(about) ?? [],
    note:
      [...notesOf(item, library), ...(extra.note ? [extra.note] : [])].join('\n\n') || undefined,
    status: statusIn(extra.fields.get('read status') ?? extra.fields.get('read_status')),
    extra: ['zotero', zoteroBag({ item, containers, automatic, date, lines: extra.lines })],
  });
}

function containersOf(item: XmlElement, { byAbout, uses }: Library): Container[] {
  return childrenOf(item, 'dcterms:isPartOf').flatMap(({ attributes, children }) => {
    const id = attributes['rdf:resource'];
    const element = id === undefined ? children[0] : byAbout.get(id);
    return element ? [{ element, isOwn: id === undefined || uses.get(id) === 1 }] : [];
  });
}

function identifiersOf(element: XmlElement): string[] {
  return childrenOf(element, 'dc:identifier').map(({ text }) => text.trim());
}

/** Its authors; of what has none, who stands for them. */
function peopleOf(item: XmlElement): { readonly names: string[]; readonly role?: string } {
  const lists = ['bib:authors', 'bib:editors', 'bib:contributors'].map((role) => ({
    role,
    names: childrenOf(item, role, 'rdf:Seq', 'rdf:li', 'foaf:Person').map(nameOf),
  }));
  const { role, names } = lists.find((list) => list.names.length) ?? { role: '', names: [] };
  return role === 'bib:authors' ? { names } : { names, role };
}

/** Who has no given name is a group where the name is of several words. */
function nameOf(person: XmlElement): string {
  const family = childText(person, 'foaf:surname') ?? childText(person, 'foaf:name');
  const given =
    childText(person, 'foaf:givenName') ??
    childText(person, 'foaf:givenname') ??
    childText(person, 'foaf:firstName');
  if (!given && /\s/.test(family ?? '')) return joinedName({ literal: family });
  return joinedName({ family, given });
}

function notesOf(item: XmlElement, { byAbout }: Library): string[] {
  return resourcesOf(item, 'dcterms:isReferencedBy').flatMap((id) => {
    const html = childText(byAbout.get(id), 'rdf:value');
    return html ? [htmlToMarkdown(html)] : [];
  });
}
