import { titleOfPage } from '../../imports/parts/titles';
import { limits } from '../../papers/limits';
import { textOf } from '../text';
import type { Block } from './cards';
import { citedTitle, isPersonIn, isVenue, sentences } from './citation';
import { isLabel } from './labels';
import { plainWords, type SiteNames, titleIn } from './words';

/** The most elements that are looked at in a card, of a kind and altogether. */
const most = 20;
const mostParts = 300;

/**
 * The title of a card's paper, by what says so best: a heading or the link in it, what the page itself calls a title, the
 * links to the paper, a citation's form, what stands out, another link, the words before the first link.
 */
export function titleOfCard({ element, links }: Block, site: SiteNames): string | undefined {
  const title = (text: string) => asTitle(text, site);
  const best = (elements: readonly Element[]) =>
    longest(elements.slice(0, most).flatMap((one) => title(one.textContent ?? '') ?? []));
  const parts = partsOf(element);
  const own = links.map((link) => link.element);
  const { heading } = parts;
  const start = () => before(element, own[0]);
  const isNoName = (one: Element) => !isPersonIn(one);
  return (
    best(own.filter((link) => heading?.contains(link) && link !== heading)) ??
    (heading ? title(heading.textContent ?? '') : undefined) ??
    best(own.filter((link) => parts.titles[0]?.contains(link))) ??
    best(parts.titles.slice(0, 1)) ??
    best(own) ??
    title(citedTitle(start()) ?? '') ??
    best(parts.bold.filter(isNoName)) ??
    best(parts.links.filter((link) => isNoName(link) && hasWords(link, 3))) ??
    best(parts.italic.filter((one) => isNoName(one) && !isVenue(one))) ??
    best(parts.bold) ??
    titleBefore(start(), site)
  );
}

/** What stands before the first link, where it is no running text. */
function titleBefore(start: string, site: SiteNames): string | undefined {
  return isRunning(start) ? undefined : asTitle(start, site);
}

interface Parts {
  heading?: Element;
  /** What the page itself calls a title. */
  readonly titles: Element[];
  readonly bold: Element[];
  readonly italic: Element[];
  readonly links: Element[];
}

/** What of a card stands out, by one walk: a page may have thousands of them. */
function partsOf(card: Element): Parts {
  const parts: Parts = { titles: [], bold: [], italic: [], links: [] };
  const inner = card.getElementsByTagName('*');
  for (let at = -1; at < inner.length && at < mostParts; at += 1) {
    const element = at < 0 ? card : inner[at];
    if (!element) break;
    const tag = element.tagName;
    if (/^H[1-6]$/.test(tag)) parts.heading ??= element;
    else if (tag === 'A') parts.links.push(element);
    else if (tag === 'STRONG' || tag === 'B') parts.bold.push(element);
    else if (tag === 'EM' || tag === 'I' || tag === 'CITE') parts.italic.push(element);
    if (isCalledTitle(element)) parts.titles.push(element);
  }
  return parts;
}

/** The longest text before a link that may be a title. */
const longestStart = 300;

/** Tells running text, of which no part is sure to be a title: it is looked up later. */
function isRunning(start: string): boolean {
  return start.length > longestStart || sentences(start).length > 1;
}

/** Tells whether a class says that an element is a title, and of no journal. */
function isCalledTitle(element: Element): boolean {
  const names = element.getAttribute('class');
  if (names && calledTitle.test(names) && !otherTitle.test(names)) return true;
  return element.tagName !== 'CITE' && !!element.getAttribute('itemprop')?.includes('headline');
}

const calledTitle = /(?:^|[\s_-])title(?:$|\s)|(?:^|\s)title(?:[\s_-]|$)/i;
const otherTitle = /journal|venue|book|site|page|section|sub|conf|proc|series/i;

/** A text that reads like a title: several words, and no label of a link. */
export function asTitle(text: string, site: SiteNames): string | undefined {
  const plain = plainWords(text)?.replace(/^\s*\[(?:pdf|html|book|citation|doc|c)\]\s*/gi, '');
  if (!plain || plain.length < 8 || isLabel(plain)) return undefined;
  const title = titleIn(titleOfPage(plain)?.replace(/^["“”']+|["“”'.,:;]+$/g, ''), site);
  return title && /\p{L}{2,}\P{L}+\p{L}{2,}|\p{sc=Han}{4}/u.test(title) ? title : undefined;
}

/** Tells whether a link's words may be a title's: so many at least, and none in the middle of a sentence. */
function hasWords(element: Element, least: number): boolean {
  const text = (element.textContent ?? '').slice(0, limits.title);
  return (text.match(/\p{L}+/gu) ?? []).length >= least && !/^\P{L}*\p{Ll}{2}/u.test(text);
}

/** The words before the first link of a card. */
function before(element: Element, link: Element | undefined): string {
  if (!link || element === link) return '';
  const text = textOf(element, limits.title * 2) ?? '';
  const at = text.indexOf(textOf(link, limits.title) ?? '\0');
  const start = at > 0 ? text.slice(0, at) : '';
  return start.replace(/[\s([:–—-]+$/, '').replace(/^[\s\d.)•*–—-]+/, '');
}

function longest(texts: readonly string[]): string | undefined {
  return texts.reduce<string | undefined>(
    (best, text) => (text.length > (best?.length ?? 0) ? text : best),
    undefined,
  );
}
