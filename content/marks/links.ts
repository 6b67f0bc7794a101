import { identify } from '../../papers/identity';
import type { PaperId } from '../../papers/paper';

/** What shows how its paper stands by itself, and what is Offprint's own. */
const told = '[data-offprint], offprint-card, offprint-bar, offprint-layer';
/** A page may have a million links; the first ones are looked at. */
const most = 20_000;
const mostKnown = 50_000;

/**
 * The links of a page that lead to papers, each with its paper: those with words in them, outside of the cards that have a
 * control, and to no paper that the page itself is of.
 * @param known Papers by address, which addresses that are met for the first time are added to.
 */
export function paperLinks(
  document: Document,
  known: Map<string, PaperId | undefined>,
): Map<HTMLAnchorElement, PaperId> {
  const own = identify(new URL(document.URL))?.id;
  const found = new Map<HTMLAnchorElement, PaperId>();
  const { links } = document;
  for (let at = 0; at < Math.min(links.length, most); at += 1) {
    const link = links[at];
    // Those of a map of an image are areas.
    if (link?.localName !== 'a') continue;
    const id = paperOf(link.href, known);
    if (!id || id === own || link.closest(told) || !link.textContent?.trim()) continue;
    found.set(link as HTMLAnchorElement, id);
  }
  return found;
}

function paperOf(href: string, known: Map<string, PaperId | undefined>): PaperId | undefined {
  // A page that adds links for ever takes no more than this.
  if (known.size > mostKnown) known.clear();
  if (!known.has(href)) {
    const id = URL.canParse(href) ? identify(new URL(href))?.id : undefined;
    known.set(href, id);
  }
  return known.get(href);
}
