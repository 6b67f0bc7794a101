import type { Paper } from '../../papers/paper';
import type { Examples, PageKind, Reading } from '../site';
import { isTranslated } from '../translated';
import { paperOf } from './entry';
import { embeddedData } from './hydration';
import { readPaperPage } from './page';
import { namedPaper, paperDigest, paperPage } from './pages';

/** See `Examples`. @public */
export const examples: Examples = {
  examples: [
    'https://huggingface.co/papers/2503.02130',
    'https://huggingface.co/papers/2503.02130/',
    'https://huggingface.co/papers/2503.02130v2',
    'https://huggingface.co/papers/2503.02130#community',
    'https://huggingface.co/papers/0704.0001?utm_source=mail',
  ],
  counterexamples: [
    'https://huggingface.co/papers/2503.0213x',
    'https://huggingface.co/papers/submit',
    'https://huggingface.co/papers/2503.02130/reviews',
    'https://huggingface.co/models/2503.02130',
    'https://huggingface.co/papers?id=2503.02130',
    'https://huggingface.co/papers/2503.02130.md',
    'https://huggingface.co/papers/index?arxivId=2503.02130',
    'https://www.huggingface.co/papers/2503.02130',
    'http://huggingface.co/papers/2503.02130',
    'https://arxiv.org/abs/2503.02130',
  ],
};

/** One paper's own page. Papers that it links to (related, collections, comments) are not papers of the page. */
export const paper: PageKind = { ...paperPage, placement: 'title', read };

function read(document: Document, url: URL, now: Date): Reading {
  const identity = namedPaper(url);
  const digest = paperDigest(identity);
  if (!identity || !digest)
    return { digest: { id: 'huggingface:paper:unknown' }, papers: [], cards: [] };
  const { id } = identity;
  const data = embeddedData(document, 'PaperContent')
    .filter((fields) => fields.paper)
    .flatMap((fields) => paperOf(fields) ?? [])
    .find((candidate) => candidate.id === id);
  const { shown, heading } = readPaperPage(document, id, now, data?.title);
  const { unsure: _unsure, ...surely } = shown;
  const found: Paper = data
    ? { ...surely, ...data, ...identity }
    : { ...shown, ...identity, source: 'page' };
  const isPaper = found.title !== undefined || (heading && isTranslated(heading));
  return {
    digest,
    papers: isPaper ? [found] : [],
    cards: isPaper && heading ? [{ id, element: heading }] : [],
  };
}
