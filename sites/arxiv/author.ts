import type { Digest, Examples, PageKind } from '../site';
import { listEntries, readingOf } from './entries';
import { authorPage } from './pages';
import { saysNothing } from './words';

/** See `Examples`. @public */
export const examples: Examples = {
  examples: [
    'https://arxiv.org/a/warner_s_1',
    'https://arxiv.org/a/warner_s_1/',
    'https://arxiv.org/a/0000-0002-7970-7855',
  ],
  counterexamples: [
    'https://arxiv.org/a/warner_s_1.atom',
    'https://arxiv.org/a/warner_s_1.atom2',
    'https://arxiv.org/a/',
    'https://arxiv.org/a/warner_s_1/extra',
    'https://arxiv.org/abs/warner_s_1',
  ],
};

/** What one author has on arXiv, by their own word. */
export const author: PageKind = {
  ...authorPage,
  placement: 'corner',
  isStatic: true,
  read: (document, url) =>
    readingOf(authorPage.digest(url) as Digest, listEntries(document), saysNothing(document)),
};
