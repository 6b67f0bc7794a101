import { dateIn } from '../parts/dates';
import { entryOf } from '../parts/entry';
import { htmlToMarkdown } from '../parts/html';
import { LineCounter } from '../parts/lines';
import { joinedName } from '../parts/names';
import { zoteroExtra } from '../parts/notes';
import { statusIn } from '../parts/statuses';
import { titleText } from '../parts/titles';
import { childrenOf, childText, type XmlElement, xmlElements } from '../parts/xml-tree';
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

const homes = new Set(
  'bib:authors dc:title dcterms:abstract dc:date dc:identifier dc:description dc:subject dcterms:isPartOf dcterms:isReferencedBy link:link dc:relation'.split(
    ' ',
  ),
);

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
    authors: peopleOf(item),
    date: dateIn(childText(item, 'dc:date')),
    venue: titleText(venue),
    abstract: childText(item, 'dcterms:abstract'),
    tags: childrenOf(item, 'dc:subject').flatMap(({ children, text }) =>
      children.length ? [] : [text],
    ),
    folders: library.folders.get(about) ?? [],
    note:
      [...notesOf(item, library), ...(extra.note ? [extra.note] : [])].join('\n\n') || undefined,
    status: statusIn(extra.fields.get('read status') ?? extra.fields.get('read_status')),
    extra: ['zotero', bagOf(item, containers, automatic, extra.fields)],
  });
}

interface Container {
  readonly element: XmlElement;
  /** Whether nobody else is in it, so that its DOI is the item's. */
  readonly isOwn: boolean;
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

function peopleOf(item: XmlElement): string[] {
  const lists = [childrenOf(item, 'bib:authors'), childrenOf(item, 'bib:editors')];
  const list = lists.find(({ length }) => length) ?? [];
  return list
    .flatMap((one) => childrenOf(one, 'rdf:Seq', 'rdf:li', 'foaf:Person'))
    .map((person) =>
      joinedName({
        family: childText(person, 'foaf:surname') ?? childText(person, 'foaf:name'),
        given:
          childText(person, 'foaf:givenName') ??
          childText(person, 'foaf:givenname') ??
          childText(person, 'foaf:firstName'),
      }),
    );
}

function notesOf(item: XmlElement, { byAbout }: Library): string[] {
  return resourcesOf(item, 'dcterms:isReferencedBy').flatMap((id) => {
    const html = childText(byAbout.get(id), 'rdf:value');
    return html ? [htmlToMarkdown(html)] : [];
  });
}

function* bagOf(
  item: XmlElement,
  containers: readonly Container[],
  automatic: readonly string[],
  fields: ReadonlyMap<string, string>,
): Generator<[string, unknown]> {
  for (const { name, text, children } of item.children)
    if (!homes.has(name) && !children.length && text.trim()) yield [name, text.trim()];
  const publisher = childText(item, 'dc:publisher', 'foaf:Organization', 'foaf:name');
  if (publisher) yield ['dc:publisher', publisher];
  if (automatic.length) yield ['automaticTags', automatic];
  for (const [name, value] of fields) yield [`extra: ${name}`, value];
  const [container] = containers;
  const plain = (container?.element.children ?? []).filter(
    ({ name, text }) => name !== 'dc:title' && text.trim(),
  );
  if (plain.length) yield ['container', plain.map(({ name, text }) => [name, text.trim()])];
}
