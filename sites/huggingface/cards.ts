import type { Paper, PaperId } from '../../papers/paper';
import { readDetails } from './details';
import { headings, headLink, headOf } from './head';

/** A card of a digest. */
export interface ReadCard {
  readonly element: HTMLElement;
  readonly id: PaperId;
  /** Gives what the card shows of its paper; costs most of the reading, so ask only when nothing knows more. */
  paper(): Paper;
}

const furniture = 'header,nav,footer,aside,dialog';

/**
 * Takes a digest; gives its cards in page order: each outermost `article` that is headed by a link to one paper's page, or,
 * where no article is, the block around each heading that links to one.
 */
export function readCards(document: Document, url: URL, now: Date): ReadCard[] {
  const read = (element: HTMLElement): ReadCard[] => {
    if (element.parentElement?.closest(furniture)) return [];
    const head = headOf(element, url);
    if (!head) return [];
    return [{ element, id: head.identity.id, paper: () => readDetails(element, head, url, now) }];
  };
  const articles = [...document.querySelectorAll<HTMLElement>('article')].flatMap(read);
  if (articles.length)
    return articles.filter(
      ({ element }) =>
        !articles.some((other) => other.element !== element && other.element.contains(element)),
    );
  const blocks = [...document.querySelectorAll<HTMLElement>(headings)]
    .filter((heading) => headLink(heading, url))
    .map((heading) => blockAround(heading, url));
  return [...new Set(blocks)].flatMap(read);
}

/** As far as no heading of anything else begins; a card may have a heading in each of its layouts. */
function blockAround(heading: HTMLElement, url: URL): HTMLElement {
  const id = headLink(heading, url)?.id;
  const isSame = (other: Element) => headLink(other, url)?.id === id;
  let block = heading;
  for (;;) {
    const parent = block.parentElement;
    if (!parent || parent.matches('body,main,section,[data-props]')) return block;
    if (![...parent.querySelectorAll(headings)].every(isSame)) return block;
    block = parent;
  }
}
