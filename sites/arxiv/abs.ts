import { arxivIdIn, exactArxivId, exactDoi } from '../../papers/ids';
import { limits } from '../../papers/limits';
import type { Paper } from '../../papers/paper';
import type { Examples, PageKind, Reading } from '../site';
import { httpUrl, present, resolve, textOf, tidy } from '../text';
import { isTranslated } from '../translated';
import { categoriesIn, doiLinked } from './entries';
import { labelled, surely } from './labelled';
import { absPage, namedPaper, paperDigest } from './pages';
import { writtenDay } from './words';

/** See `Examples`. @public */
export const examples: Examples = {
  examples: [
    'https://arxiv.org/abs/2503.02130',
    'https://arxiv.org/abs/2503.02130v2',
    'https://arxiv.org/abs/2503.02130?context=cs',
    'https://arxiv.org/abs/hep-th/9901001',
    'https://arxiv.org/abs/solv-int/9901001v2',
    'https://arxiv.org/abs/math.GT/0309136',
    'https://www.arxiv.org/abs/2503.02130',
    'https://export.arxiv.org/abs/2503.02130v1',
  ],
  counterexamples: [
    'https://arxiv.org/pdf/2503.02130',
    'https://arxiv.org/list/cs.AI/new',
    'https://arxiv.org/abs/',
    'https://arxiv.org/abs/hep-th',
    'https://arxiv.org/abs/2503.02130/extra',
    'https://info.arxiv.org/abs/2503.02130',
    'http://arxiv.org/abs/2503.02130',
    'https://arxiv.org/abs/2503.02130.',
    'https://arxiv.org/abs/2503.02130.md',
  ],
};

/**
 * A paper's abstract page. The `citation_*` tags are those of Google Scholar:
 * https://scholar.google.com/intl/en/scholar/inclusion.html#indexing
 */
export const abs: PageKind = { ...absPage, placement: 'title', read };

function read(document: Document, url: URL): Reading {
  const tags = (name: string) =>
    [...document.querySelectorAll(`meta[name="citation_${name}"]`)].flatMap(
      (tag) => tag.getAttribute('content') ?? [],
    );
  const identity = exactArxivId((tags('arxiv_id')[0] ?? '').trim()) ?? namedPaper(url);
  const digest = paperDigest('abs', identity);
  if (!identity || !digest) return { digest: { id: 'arxiv:abs:unknown' }, papers: [], cards: [] };
  const heading = headingOf(document);
  const tagged = tidy(tags('title')[0], limits.title);
  const words = labelled(heading, limits.title);
  const title = tagged ?? words.text;
  const { id } = identity;
  const isPaper = title || (heading && isTranslated(heading));
  if (!isPaper) return { digest, papers: [], cards: [] };
  const cell = (name: string, max: number) =>
    surely(document.querySelector(`.metatable .${name}`), max);
  const doi =
    exactDoi((tags('doi')[0] ?? '').trim())?.id ??
    doiLinked(document.querySelector('.metatable .doi'));
  const publishedAt = dayOf(tags('date')[0]) ?? submittedIn(document, /\[Submitted on (.*)/);
  const revised = dayOf(tags('online_date')[0]) ?? submittedIn(document, /last revised (.*)/);
  const paper = present<Paper>({
    id,
    aliases: doi && doi !== id ? [doi] : undefined,
    version: versionOf(document, url, id),
    title,
    authors: authorsIn(document, tags('author')),
    abstract: tidy(tags('abstract')[0], limits.abstract) ?? abstractIn(document),
    publishedAt,
    revisedAt: revised && publishedAt && revised > publishedAt ? revised : undefined,
    pdfUrl: httpUrl(tags('pdf_url')[0], url),
    venue: cell('jref', limits.title) ?? tidy(tags('journal_title')[0], limits.title),
    authorsComment: cell('comments', limits.abstract),
    categories: categoriesIn(cell('subjects', limits.abstract)),
    unsure: title && title !== tagged && !words.isSure ? ['title'] : undefined,
  });
  return { digest, papers: [paper], cards: heading ? [{ id, element: heading }] : [] };
}

/** By its class, and where that is gone by its label, which a translator changes. */
function headingOf(document: Document): HTMLElement | undefined {
  const headings = [...document.querySelectorAll<HTMLElement>('h1')];
  return (
    headings.find((candidate) => candidate.classList.contains('title')) ??
    headings.find((candidate) => /^\s*Title:/.test(candidate.textContent))
  );
}

function abstractIn(document: Document): string | undefined {
  const quote = document.querySelector('blockquote');
  const { text, isSure } = labelled(quote, limits.abstract);
  return isSure ? text : undefined;
}

/** `og:url` names the version also where the address does not. */
function versionOf(document: Document, url: URL, id: string): number | undefined {
  const tag = document.querySelector('meta[property="og:url"]');
  const shared = resolve(tag?.getAttribute('content'));
  const known = [namedPaper(url), shared && arxivIdIn(shared.pathname)];
  return known.find((candidate) => candidate?.id === id && candidate.version)?.version;
}

function authorsIn(document: Document, tagged: readonly string[]): string[] | undefined {
  const links = [...document.querySelectorAll('a[href*="searchtype=author"]')];
  const shown = links.some(isTranslated) ? [] : links.map((link) => link.textContent);
  const names = tagged.length ? tagged : shown;
  const tidied = names.slice(0, limits.names).flatMap((name) => tidy(name, limits.name) ?? []);
  return tidied.length ? tidied : undefined;
}

/** "2019/02/07" of a tag. */
function dayOf(tagged: string | undefined): string | undefined {
  const [, year, month, day] = /^(\d{4})[/-](\d\d)[/-](\d\d)$/.exec(tagged ?? '') ?? [];
  return year ? `${year}-${month}-${day}` : undefined;
}

/** The page's own "[Submitted on 7 Feb 2019 (v1), last revised 21 Jun 2019 (this version, v2)]". */
function submittedIn(document: Document, words: RegExp): string | undefined {
  const text = textOf(
    document.querySelector('.dateline') ?? document.body,
    Number.POSITIVE_INFINITY,
  );
  const [, rest = ''] = words.exec(text ?? '') ?? [];
  return writtenDay(rest);
}
