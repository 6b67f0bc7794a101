import { isOn } from '../../../papers/hosts';
import { doiIdentity } from '../../../papers/identity';
import { paperAt } from '../../../papers/paper-at';
import type { OwnReader } from '../reading';
import { pageOf, paperOf, textsOf } from './paper';

/** PubMed's records in their older design, as archives and mirrors show them. */
export const pubmed: OwnReader = {
  name: 'pubmed',
  reason:
    'The older design carries no citation tags; the newer one does, and is left to the general readers.',
  matches: (url) => isOn(['pubmed.ncbi.nlm.nih.gov', 'ncbi.nlm.nih.gov', 'pubmed.gov'], url),
  read: (document, url) => {
    const identity = paperAt(url);
    if (!identity?.id.startsWith('pmid:') || document.querySelector('meta[name^="citation_"]'))
      return undefined;
    const cited = document.querySelector('.cit');
    const heading = document.querySelector<HTMLElement>('.rprt h1, .abstract h1');
    const text = cited?.textContent ?? '';
    const doi = /doi:\s*(10\.\S+?)\.?(?:\s|$)/.exec(text)?.[1];
    const paper = paperOf(
      {
        ...identity,
        aliases: [doi && doiIdentity(doi)?.id].map((id) => id || undefined),
        title: heading?.textContent ?? undefined,
        authors: textsOf(document.querySelectorAll('.auths a')),
        date: /\b(\d{4}(?: [A-Z][a-z]{2}(?: \d{1,2})?)?)[;.]/.exec(text)?.[1],
        venue: cited?.querySelector('a')?.textContent ?? undefined,
        abstract: document.querySelector('.abstr > div')?.textContent ?? undefined,
      },
      url,
    );
    return pageOf(paper, heading);
  },
};
