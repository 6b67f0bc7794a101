import type { Paper } from '../../../papers/paper';
import { httpUrl, present } from '../../text';
import { publishedIn } from '../dates';
import type { Found } from '../reading';
import { namesIn, plainWords, SiteNames, titleIn } from '../words';

/** What a page shows of its paper, in the parts that its own reader knows. */
export interface Parts {
  readonly id: string;
  readonly version?: number | undefined;
  readonly aliases?: readonly (string | undefined)[];
  readonly title: string | undefined;
  readonly authors?: readonly string[];
  readonly date?: string | undefined;
  readonly venue?: string | undefined;
  readonly abstract?: string | undefined;
  readonly pdf?: string | null | undefined;
}

/** Makes a paper of what a page shows; `undefined` without a title. */
export function paperOf(parts: Parts, url: URL): Paper | undefined {
  const site = new SiteNames([url.hostname]);
  const title = titleIn(parts.title, site);
  if (!title) return undefined;
  const authors = namesIn(parts.authors ?? [], site);
  const aliases = parts.aliases?.filter((id) => id !== undefined && id !== parts.id) as string[];
  return present<Paper>({
    id: parts.id,
    version: parts.version,
    aliases: aliases?.length ? aliases : undefined,
    title,
    authors: authors.length ? authors : undefined,
    publishedAt: publishedIn(parts.date),
    venue: plainWords(parts.venue)?.replace(/\.$/, '.'),
    abstract: plainWords(parts.abstract, 20_000),
    pdfUrl: httpUrl(parts.pdf, url),
    source: 'page',
  });
}

/** A paper's page, with its control at the heading. */
export function pageOf(paper: Paper | undefined, element: HTMLElement | null): Found | undefined {
  if (!paper) return undefined;
  return { shows: 'paper', papers: [paper], cards: element ? [{ id: paper.id, element }] : [] };
}

/** A list, with a card for each paper; each once. */
export function listOf(
  entries: readonly { readonly paper: Paper | undefined; readonly element: HTMLElement }[],
): Found | undefined {
  const known = new Map<string, { paper: Paper; element: HTMLElement }>();
  for (const { paper, element } of entries)
    if (paper && !known.has(paper.id)) known.set(paper.id, { paper, element });
  if (!known.size) return undefined;
  const found = [...known.values()];
  return {
    shows: 'digest',
    papers: found.map(({ paper }) => paper),
    cards: found.map(({ paper, element }) => ({ id: paper.id, element })),
  };
}

/** The texts of elements. */
export function textsOf(elements: Iterable<Element>): string[] {
  return [...elements].map((element) => element.textContent ?? '');
}
