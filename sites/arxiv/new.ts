import type { Digest, Examples, PageKind, Reading } from '../site';
import { listEntries, readingOf } from './entries';
import { newPage } from './pages';
import { announcedOn, saysNothing } from './words';

/** See `Examples`. @public */
export const examples: Examples = {
  examples: [
    'https://arxiv.org/list/cs.CL/new',
    'https://arxiv.org/list/cs.CL/new/',
    'https://arxiv.org/list/hep-th/new?skip=0&show=25',
    'https://arxiv.org/list/cond-mat.str-el/new#item12',
    'https://export.arxiv.org/list/math/new',
    'https://arxiv.org/list/q-bio.NC/new',
    'https://www.arxiv.org/list/physics.optics/new',
    'https://arxiv.org/catchup/cs.CL/2026-08-12?abs=True',
    'https://arxiv.org/catchup/math/2026-08-12?page=2',
  ],
  counterexamples: [
    'https://arxiv.org/list/cs.CL/recent',
    'https://arxiv.org/list/new',
    'https://arxiv.org/list/cs.CL/new/extra',
    'https://arxiv.org/catchup',
    'https://arxiv.org/catchup/cs.CL',
    'https://arxiv.org/catchup/cs.CL/yesterday',
    'https://info.arxiv.org/list/cs.CL/new',
    'http://arxiv.org/list/cs.CL/new',
  ],
};

/** What was announced on a day: new papers with their abstracts, cross-lists and replacements. */
export const newKind: PageKind = { ...newPage, placement: 'corner', isStatic: true, read };

/** "Submitted" is not "announced": a list's day is the one of its own heading. */
function read(document: Document, url: URL): Reading {
  return readingOf(digestOf(document, url), listEntries(document), saysNothing(document));
}

function digestOf(document: Document, url: URL): Digest {
  const named = newPage.digest(url);
  return named ?? { id: `${newPage.dated?.(url)}:${announcedOn(document) ?? 'unknown'}` };
}
