import { arxivIdIn } from '../../papers/ids';
import { limits } from '../../papers/limits';
import type { Paper } from '../../papers/paper';
import type { Examples, PageKind, Reading } from '../site';
import { present, textOf } from '../text';
import { htmlPage, namedPaper, paperDigest } from './pages';

/** See `Examples`. @public */
export const examples: Examples = {
  examples: [
    'https://arxiv.org/html/2503.02130',
    'https://arxiv.org/html/2503.02130v2',
    'https://arxiv.org/html/2503.02130v2/',
    'https://arxiv.org/html/2503.02130v1#S2',
    'https://export.arxiv.org/html/hep-th/9901001v1',
  ],
  counterexamples: [
    'https://arxiv.org/html/',
    'https://arxiv.org/html/2503.02130v1/x1.png',
    'https://arxiv.org/abs/2503.02130',
    'https://info.arxiv.org/html/2503.02130',
  ],
};

/**
 * A paper as a web page, made from its TeX by a program. Nothing but its id and version is taken from it: titles there
 * have footnotes and macros in them, or are another file's.
 */
export const html: PageKind = { ...htmlPage, placement: 'title', read };

function read(document: Document, url: URL): Reading {
  const identity = namedPaper(url, 'html');
  const digest = paperDigest('html', identity);
  if (!identity || !digest) return { digest: { id: 'arxiv:html:unknown' }, papers: [], cards: [] };
  const { id } = identity;
  const paper = present<Paper>({ id, version: identity.version ?? markedVersion(document, id) });
  const heading = document.querySelector<HTMLElement>('h1.ltx_title_document, h1');
  return {
    digest,
    papers: heading ? [paper] : [],
    cards: heading ? [{ id, element: heading }] : [],
  };
}

/** "arXiv:2503.02130v2 [cs.CL] 3 Mar 2025" on the margin; links of the text are to other papers. */
function markedVersion(document: Document, id: string): number | undefined {
  const mark = arxivIdIn(`/${textOf(document.querySelector('#watermark-tr'), limits.title) ?? ''}`);
  return mark?.id === id ? mark.version : undefined;
}
