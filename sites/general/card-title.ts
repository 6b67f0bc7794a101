import { titleOfPage } from '../../imports/parts/titles';
import { limits } from '../../papers/limits';
import { textOf } from '../text';
import type { Block } from './cards';
import { isLabel } from './labels';
import { plainWords, type SiteNames, titleIn } from './words';

/**
 * The title of a card's paper: its heading, or the link in it; else the longest of its links that reads like one, else what
 * stands in bold, else the words before its first link.
 */
export function titleOfCard({ element, links }: Block, site: SiteNames): string | undefined {
  const heading = element.matches('h1,h2,h3,h4,h5,h6')
    ? element
    : element.querySelector('h1,h2,h3,h4,h5,h6');
  const linked = links.map(({ element: link }) => link.textContent ?? '');
  const bold = [...element.querySelectorAll('strong,b,em,i,cite')]
    .slice(0, 10)
    .map((one) => one.textContent ?? '');
  const inLinks = longest(linked.flatMap((text) => asTitle(text, site) ?? []));
  const headed = links.filter(({ element: link }) => heading?.contains(link) && link !== heading);
  const inHeading =
    longest(headed.flatMap(({ element: link }) => asTitle(link.textContent ?? '', site) ?? [])) ??
    (heading && asTitle(heading.textContent ?? '', site));
  return (
    inHeading ||
    inLinks ||
    longest(bold.flatMap((text) => asTitle(text, site) ?? [])) ||
    asTitle(before(element, links[0]?.element), site) ||
    undefined
  );
}

/** A text that reads like a title: several words, and no label of a link. */
export function asTitle(text: string, site: SiteNames): string | undefined {
  const plain = plainWords(text)?.replace(/^\s*\[(?:pdf|html|book|citation|doc|c)\]\s*/gi, '');
  if (!plain || plain.length < 8 || isLabel(plain)) return undefined;
  const title = titleIn(titleOfPage(plain)?.replace(/^["“”']+|["“”'.,:;]+$/g, ''), site);
  return title && /\p{L}{2,}\P{L}+\p{L}{2,}|\p{sc=Han}{4}/u.test(title) ? title : undefined;
}

/** The sentence before the first link of a card. */
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
