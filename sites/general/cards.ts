import { haveRivals } from '../../papers/claims';
import type { PaperId } from '../../papers/paper';
import type { KnownLink } from './known-links';
import { isLabel } from './labels';

/** The part of a page that stands for one paper, with its links. */
export interface Block {
  readonly element: HTMLElement;
  /** All links to the paper in it, in page order. */
  readonly links: readonly KnownLink[];
  /** Its ids, the first link's first: one of each scheme. */
  readonly ids: readonly PaperId[];
}

/** Elements that stand in a line of text, and so for no card. */
const inline = new Set(
  'A ABBR B BDI BDO CITE CODE DEL DFN EM FONT I INS KBD LABEL MARK Q S SAMP SMALL SPAN STRONG SUB SUP TIME TT U VAR'.split(
    ' ',
  ),
);
/** The longest entry of a list that is looked at as one line. */
const longestLine = 1500;
/** What surrounds the content of a page. */
const furniture =
  'nav,header,footer,aside,dialog,[role="navigation"],[role="banner"],[role="contentinfo"]';
/** What a card is no larger than. */
const whole = new Set(['BODY', 'HTML', 'MAIN']);

/**
 * Finds what stands for each paper: the largest part of the page around its links that has links to no other paper. Links
 * that stand in one line are of one paper where they give it different ids ("arXiv", "DOI").
 * @param joins Whether it is for lists; in running text two ids are two papers.
 */
export function blocksOf(links: readonly KnownLink[], joins: boolean): Block[] {
  const papersIn = new Map<Element, Map<PaperId, KnownLink[]>>();
  for (const link of links) {
    const { id } = link.identity;
    for (let at: Element | null = link.element; at; at = at.parentElement) {
      const known = papersIn.get(at) ?? new Map<PaperId, KnownLink[]>();
      papersIn.set(at, known);
      const own = known.get(id);
      if (own) own.push(link);
      else known.set(id, [link]);
    }
  }
  const isOne = (element: Element) => joins && isOneWork(element, papersIn.get(element));
  const blocks = new Map<HTMLElement, KnownLink[]>();
  for (const link of links) {
    const element = blockAround(link.element, papersIn, isOne);
    const known = blocks.get(element);
    if (known) known.push(link);
    else blocks.set(element, [link]);
  }
  return [...blocks].map(([element, own]) => ({
    element,
    links: own,
    ids: [...new Set(own.map(({ identity }) => identity.id))],
  }));
}

/** As long as there is one paper in it; from line to block also where one line gives a paper several ids. */
function blockAround(
  link: HTMLElement,
  papersIn: ReadonlyMap<Element, ReadonlyMap<PaperId, unknown>>,
  isOne: (element: Element) => boolean,
): HTMLElement {
  let block = link;
  for (;;) {
    const parent = block.parentElement;
    if (!parent || whole.has(parent.tagName)) return block;
    const isMore = (papersIn.get(parent)?.size ?? 0) > (papersIn.get(block)?.size ?? 0);
    if (isMore && !(isInline(block) && isOne(parent))) return block;
    block = parent;
  }
}

/** A short line has one work's ids where there is one of a scheme, and all but one of them are behind labels. */
function isOneWork(
  element: Element,
  papers: ReadonlyMap<PaperId, readonly KnownLink[]> = new Map(),
): boolean {
  const ids = [...papers.keys()];
  if (ids.length > 4 || (element.textContent?.length ?? 0) > longestLine) return false;
  if (!ids.every((id, at) => !haveRivals([id], ids.slice(at + 1)))) return false;
  const named = [...papers.values()].filter(
    (links) => !links.every(({ element: link }) => isLabel(link.textContent ?? '')),
  );
  return named.length < 2;
}

/** Tells whether an element stands in a line of text. */
export function isInline(element: Element): boolean {
  return inline.has(element.tagName);
}

/**
 * Tells which blocks are the cards of a list: those that are built and placed alike, five or more. Others stand beside the
 * list, or in its text.
 * @param least How many alike make a list.
 */
export function cardsAmong(blocks: readonly Block[], least: number): Block[] {
  const alike = new Map<string, Block[]>();
  for (const block of blocks) {
    if (block.element.closest(furniture)) continue;
    const key = shapeOf(block.element);
    if (!key) continue;
    const known = alike.get(key);
    if (known) known.push(block);
    else alike.set(key, [block]);
  }
  const lists = [...alike.values()].filter((group) => papersOf(group) >= least);
  const chosen = new Set(lists.flat());
  return blocks.filter((block) => chosen.has(block));
}

function papersOf(blocks: readonly Block[]): number {
  return new Set(blocks.map(({ ids }) => ids[0])).size;
}

/** An element by its kind and its parent's; `undefined` of one in running text. */
function shapeOf(element: Element): string | undefined {
  const parent = element.parentElement;
  if (!parent) return undefined;
  if (isInline(element) && !standsAlone(element)) return undefined;
  return `${parent.tagName}>${element.tagName}`;
}

/** A link on a line of its own, with breaks before and behind. */
function standsAlone(element: Element): boolean {
  const before = element.previousElementSibling;
  const after = element.nextElementSibling;
  const isBreak = (one: Element | null) => !one || one.tagName === 'BR' || !isInline(one);
  const text = element.parentElement?.textContent?.length ?? 0;
  const siblings = element.parentElement?.childElementCount ?? 1;
  return isBreak(before) && isBreak(after) && text < 400 * siblings && siblings > 1;
}
