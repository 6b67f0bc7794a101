import { decoded, exactArxivId, type Identity } from '../../papers/ids';
import { limits } from '../../papers/limits';
import type { Paper } from '../../papers/paper';
import type { Digest, Examples, PageKind, Reading } from '../site';
import { tidy } from '../text';
import { isTranslated } from '../translated';
import { paperOf } from './entry';
import { embeddedData } from './hydration';
import { readPaperPage } from './page';
import { pathUnderPapers } from './period';

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
export const paper: PageKind = {
  name: 'huggingface/paper',
  shows: 'paper',
  placement: 'title',
  matches: (url) => named(url) !== undefined,
  read,
};

/** The paper that the page's address names: by an id and nothing behind it. */
function named(url: URL): Identity | undefined {
  return exactArxivId(decoded(pathUnderPapers(url) ?? ''));
}

function read(document: Document, url: URL, now: Date): Reading {
  const identity = named(url);
  const digest = digestOf(identity);
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

/** The digest of the paper that an address names. */
export function namedPaper(url: URL): Digest | undefined {
  return digestOf(named(url));
}

function digestOf(identity: Identity | undefined): Digest | undefined {
  if (!identity) return undefined;
  const { id } = identity;
  return { id: `huggingface:paper:${tidy(id.slice(id.indexOf(':') + 1), limits.name)}` };
}
