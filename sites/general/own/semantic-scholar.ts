import { isOn } from '../../../papers/hosts';
import { doiIdentity, type Identity } from '../../../papers/identity';
import { paperAt } from '../../../papers/paper-at';
import { resolve } from '../../text';
import { readEmbedded } from '../embedded';
import type { OwnReader } from '../reading';
import { pageOf } from './paper';

/** Semantic Scholar's pages of single papers. */
export const semanticScholar: OwnReader = {
  name: 'semantic-scholar',
  reason: 'Its tags name no identifier, and its address a slug that changes with the title.',
  matches: (url) => isOn(['semanticscholar.org'], url) && hashIn(url) !== undefined,
  read: (document, url) => {
    const hash = hashIn(url);
    const embedded = readEmbedded(document, url);
    if (!hash || !embedded || !('paper' in embedded)) return undefined;
    const ids = [...new Set(outward(document, url).map(({ id }) => id))];
    const [id = embedded.paper.id, ...aliases] = ids.length
      ? ids
      : [
          embedded.paper.id.startsWith('url:')
            ? `url:https://www.semanticscholar.org/paper/${hash}`
            : embedded.paper.id,
        ];
    const paper = { ...embedded.paper, id, ...(aliases.length ? { aliases } : {}) };
    return pageOf(paper, document.querySelector<HTMLElement>('h1'));
  },
};

function hashIn({ pathname }: URL): string | undefined {
  return /^\/paper\/(?:[^/]+\/)?([\da-f]{40})(?:\/|$)/.exec(pathname)?.[1];
}

/** What the head of the page links to: the DOI, and the paper itself elsewhere. */
function outward(document: Document, url: URL): Identity[] {
  const links = document.querySelectorAll(
    'a.doi__link, [data-test-id="paper-link"], [data-test-id="paper-doi"] a',
  );
  return [...links].flatMap((link) => {
    const address = resolve(link.getAttribute('href'), url);
    return (address && paperAt(address)) ?? doiIdentity(link.textContent ?? '') ?? [];
  });
}
