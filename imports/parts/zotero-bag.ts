import { isWholeDate } from './dates';
import { titleText } from './titles';
import { childrenOf, childText, type XmlElement } from './xml-tree';

/** What an item is in: a journal, a book, a series. */
export interface Container {
  readonly element: XmlElement;
  /** Whether nobody else is in it, so that its DOI is the item's. */
  readonly isOwn: boolean;
}

/** An element as it is kept: its name, and its text or what is in it. References to others are left out: they lead nowhere later. */
export type KeptElement = readonly [name: string, content: string | readonly KeptElement[]];

/** What was read of an item. */
interface ReadItem {
  readonly item: XmlElement;
  readonly containers: readonly Container[];
  readonly automatic: readonly string[];
  readonly date: string | undefined;
  /** The fields in its *Extra*. */
  readonly lines: readonly (readonly [string, string])[];
}

const homes = new Set(
  'bib:authors dc:title dcterms:abstract dc:date dc:identifier dc:description dc:subject dcterms:isPartOf dcterms:isReferencedBy link:link dc:relation'.split(
    ' ',
  ),
);

/** What of an item of Zotero's has no home: its plain fields by name, and under `others` what has more in it or stands there twice. */
export function* zoteroBag(read: ReadItem): Generator<readonly [string, unknown]> {
  const { item, containers, automatic, lines } = read;
  const left = item.children.filter(({ name }) => !homes.has(name));
  const others: KeptElement[] = identifiersIn(item);
  const seen = new Set<string>();
  for (const element of left) {
    const [name, content] = keptOf(element);
    if (content.length === 0) continue;
    const publisher = name === 'dc:publisher' ? plainPublisher(element) : undefined;
    const plain = publisher ?? (typeof content === 'string' ? content : undefined);
    if (plain !== undefined && !seen.has(name)) yield [name, plain];
    else others.push([name, content]);
    seen.add(name);
  }
  yield* homesSayLess(read);
  if (automatic.length) yield ['automaticTags', automatic];
  for (const [name, value] of lines) yield [`extra: ${name}`, value];
  yield* containerFields(containers[0]);
  for (const { element } of containers.slice(1))
    others.push(['dcterms:isPartOf', [keptOf(element)]]);
  if (others.length) yield ['others', others];
}

/** Of fields that have a home those of which something would be lost there. */
function* homesSayLess({ item, date }: ReadItem): Generator<readonly [string, unknown]> {
  const [title, said] = [childText(item, 'dc:title'), childText(item, 'dc:date')];
  if (title && titleText(title) !== title) yield ['dc:title', title];
  if (said && !isWholeDate(said, date)) yield ['dc:date', said];
}

/** ISBNs and others: of DOIs and addresses a paper has its own. */
function identifiersIn(item: XmlElement): KeptElement[] {
  return childrenOf(item, 'dc:identifier').flatMap(({ text, children }) =>
    children.length || !text.trim() || /^doi\b/i.test(text.trim())
      ? []
      : [['dc:identifier', text.trim()] as const],
  );
}

function* containerFields(container: Container | undefined): Generator<readonly [string, unknown]> {
  if (!container) return;
  const { name, children } = container.element;
  const kept = children
    .map(keptOf)
    .filter(([child, content]) => child !== 'dc:title' && content.length);
  const isWritten = kept.length > 0 || childText(container.element, 'dc:title') !== undefined;
  if (isWritten && name !== 'bib:Journal') yield ['container-type', name];
  if (kept.length) yield ['container', kept];
}

/** The name of a publisher of whom nothing else is told. */
function plainPublisher(element: XmlElement): string | undefined {
  const [organization, ...more] = element.children;
  const isPlain = !more.length && organization?.children.length === 1;
  return isPlain ? childText(element, 'foaf:Organization', 'foaf:name') : undefined;
}

function keptOf({ name, children, text }: XmlElement): KeptElement {
  if (!children.length) return [name, text.trim()];
  return [name, children.map(keptOf).filter(([, content]) => content.length > 0)];
}
