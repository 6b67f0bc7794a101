import { limits } from '../../papers/limits';
import type { Paper } from '../../papers/paper';
import { paperAt } from '../../papers/paper-at';
import { present } from '../text';
import { asTitle } from './card-title';
import { type Embedded, readEmbedded } from './embedded';
import { isChallenge } from './kind-of-page';
import { type Linked, leastPapers, readLinks } from './linked';
import { ownReaders } from './own';
import type { Found, GeneralReading, OwnReader } from './reading';
import { SiteNames } from './words';

/**
 * Reads a page of any site: by the site's own reader where there is one, its metadata, the identifiers in its links, its
 * address. Pure: nothing is changed, asked for or kept.
 * @param onFailure Told of a reader that threw, by its name.
 * @param readers Those of single sites.
 */
export function readPage(
  document: Document,
  url: URL,
  onFailure: (reader: string, error: unknown) => void = () => {},
  readers: readonly OwnReader[] = ownReaders,
): GeneralReading {
  const failed: string[] = [];
  const attempt = <Result>(reader: string, read: () => Result): Result | undefined => {
    try {
      return read();
    } catch (error) {
      failed.push(reader);
      onFailure(reader, error);
      return undefined;
    }
  };
  if (attempt('challenge', () => isChallenge(document)))
    return { shows: 'nothing', papers: [], cards: [], failed };
  return { ...firstOf(document, url, attempt, readers), failed };
}

type Attempt = <Result>(reader: string, read: () => Result) => Result | undefined;
type FoundBy = Found & Pick<GeneralReading, 'reader'>;

function firstOf(
  document: Document,
  url: URL,
  attempt: Attempt,
  readers: readonly OwnReader[],
): FoundBy {
  for (const { name, matches, read } of readers) {
    if (!attempt(name, () => matches(url))) continue;
    const own = attempt(name, () => read(document, url));
    if (own) return { ...own, reader: name };
  }
  const embedded = attempt('embedded', () => readEmbedded(document, url));
  if (embedded && 'paper' in embedded) return paperPage(document, embedded.paper, 'embedded');
  const linked = attempt('links', () => readLinks(document, url));
  if (linked && linked.listed.length >= leastPapers) {
    const { listed, cards } = linked;
    return { shows: 'digest', papers: listed, cards, reader: 'links' };
  }
  const addressed = attempt('address', () => addressedPaper(document, url, embedded));
  if (addressed) return paperPage(document, addressed, 'address');
  return mentions(linked, embedded);
}

function paperPage(document: Document, paper: Paper, reader: string): FoundBy {
  const element = headingOf(document, paper);
  const cards = element ? [{ id: paper.id, element }] : [];
  return { shows: 'paper', papers: [paper], cards, reader };
}

/** The page's main heading, where it reads like the title. */
function headingOf(document: Document, { title = '' }: Paper): HTMLElement | undefined {
  const key = (text: string) =>
    text
      .normalize('NFKC')
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, '');
  const wanted = key(title);
  if (!wanted) return undefined;
  const headings = [...document.querySelectorAll<HTMLElement>('h1,h2')].slice(0, 50);
  return headings.find((heading) => {
    const shown = key((heading.textContent ?? '').slice(0, limits.title * 2));
    return (
      shown === wanted ||
      (shown.length > 20 && (wanted.startsWith(shown) || shown.startsWith(wanted)))
    );
  });
}

/** By the address alone; what the page says to be something else is not. */
function addressedPaper(document: Document, url: URL, embedded: Embedded): Paper | undefined {
  const identity = embedded ? undefined : paperAt(url);
  if (!identity) return undefined;
  const title = asTitle(
    (document.title ?? '').slice(0, limits.title),
    new SiteNames([url.hostname]),
  );
  return present<Paper>({
    ...identity,
    title,
    source: 'link',
    unsure: title ? ['title'] : undefined,
  });
}

/** Papers in the page's text; what it is itself is none. */
function mentions(linked: Linked | undefined, embedded: Embedded): FoundBy {
  const own = embedded && 'otherIds' in embedded ? embedded.otherIds : [];
  const papers = linked?.papers().filter(({ id }) => !own.includes(id)) ?? [];
  return papers.length
    ? { shows: 'mentions', papers, cards: [], reader: 'links' }
    : { shows: 'nothing', papers: [], cards: [] };
}
