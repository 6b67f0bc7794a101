import { isOn } from '../../../papers/hosts';
import { paperAt } from '../../../papers/paper-at';
import type { OwnReader } from '../reading';
import { pageOf, paperOf, textsOf } from './paper';

/** The ACM Digital Library. */
export const acm: OwnReader = {
  name: 'acm',
  reason: 'Its pages carry no citation tags and no title in Dublin Core.',
  matches: (url) => isOn(['dl.acm.org'], url) && url.pathname.startsWith('/doi/'),
  read: (document, url) => {
    const identity = paperAt(url);
    const heading = document.querySelector<HTMLElement>('h1.citation__title, main h1, article h1');
    if (!identity || !heading) return undefined;
    const authors = document.querySelectorAll(
      '.citation .loa__author-name, .loa .loa__author-name, [property="author"] [property="name"]',
    );
    const people = authors.length ? textsOf(authors) : peopleIn(document);
    const paper = paperOf(
      {
        ...identity,
        title: heading.textContent ?? undefined,
        authors: people,
        date:
          document.querySelector('.epub-section__date, .core-date-published')?.textContent ??
          undefined,
        venue:
          document.querySelector('.epub-section__title, [property="isPartOf"] [property="name"]')
            ?.textContent ?? undefined,
        abstract:
          document.querySelector('.abstractSection p, [property="abstract"] [role="paragraph"]')
            ?.textContent ?? undefined,
      },
      url,
    );
    return pageOf(paper, heading);
  },
};

/** Names in parts, as its pages of today have them. */
function peopleIn(document: Document): string[] {
  return [...document.querySelectorAll('[property="author"]')].map((author) =>
    textsOf(author.querySelectorAll('[property="givenName"], [property="familyName"]')).join(' '),
  );
}
