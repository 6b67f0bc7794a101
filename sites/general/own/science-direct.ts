import { isOn } from '../../../papers/hosts';
import { readEmbedded } from '../embedded';
import type { OwnReader } from '../reading';
import { namesIn, SiteNames } from '../words';
import { pageOf, textsOf } from './paper';

/** Elsevier's pages. */
export const scienceDirect: OwnReader = {
  name: 'science-direct',
  reason: 'Its tags name everything but the authors.',
  matches: (url) =>
    isOn(['sciencedirect.com'], url) && url.pathname.startsWith('/science/article/'),
  read: (document, url) => {
    const embedded = readEmbedded(document, url);
    if (!embedded || !('paper' in embedded)) return undefined;
    const { paper } = embedded;
    const people = [
      ...document.querySelectorAll('[data-xocs-content-type="author"], .author-group .author'),
    ].map((author) => textsOf(author.querySelectorAll('.given-name, .surname')).join(' '));
    const authors = paper.authors ?? namesIn(people, new SiteNames([]));
    return pageOf(
      authors.length ? { ...paper, authors } : paper,
      document.querySelector<HTMLElement>('h1 .title-text, h1'),
    );
  },
};
