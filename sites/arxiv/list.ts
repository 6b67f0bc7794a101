import type { Digest, Examples, PageKind } from '../site';
import { listEntries, readingOf } from './entries';
import { listPage } from './pages';
import { saysNothing } from './words';

/** See `Examples`. @public */
export const examples: Examples = {
  examples: [
    'https://arxiv.org/list/cs.CL/recent',
    'https://arxiv.org/list/cs.CL/recent?skip=50&show=50',
    'https://arxiv.org/list/cs.CL/pastweek?show=2000',
    'https://arxiv.org/list/cs.CL/2026-08',
    'https://arxiv.org/list/hep-th/9901',
    'https://arxiv.org/list/math.AG/2024',
    'https://arxiv.org/list/hep-th/92',
    'https://arxiv.org/list/cs.CL/202608',
    'https://arxiv.org/list/cs.CL/current',
    'https://export.arxiv.org/list/cs/recent',
  ],
  counterexamples: [
    'https://arxiv.org/list/cs.CL/new',
    'https://arxiv.org/list/cs.CL',
    'https://arxiv.org/list/cs.CL/2026-08-12',
    'https://arxiv.org/list/cs.CL/2026-8',
    'https://arxiv.org/archive/cs',
    'https://arxiv.org/year/cs/2026',
  ],
};

/** A week, a month or a year of a subject: titles and authors, without abstracts. */
export const list: PageKind = {
  ...listPage,
  placement: 'corner',
  isStatic: true,
  read: (document, url) =>
    readingOf(listPage.digest(url) as Digest, listEntries(document), saysNothing(document)),
};
