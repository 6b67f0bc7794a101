import type { PageKind, Reading } from '../site';
import { readPage } from './read';
import type { GeneralReading } from './reading';

/** The least time between two looks at a page, in ms, and how much longer than a look took: some pages add cards for ever. */
const rest = { least: 250, times: 20 };

/** How much too early a timer may go off, in ms. */
const early = 5;
const nothing: GeneralReading = { shows: 'nothing', papers: [], cards: [], failed: [] };

/** What the general kinds of pages need of their page. */
export interface World {
  readonly document: Document;
  /** A clock, in ms. */
  now(): number;
  /** Has the page read again after so many ms. */
  again(after: number): void;
  /** Told when the page turns out to be of another paper than before, or of none any more. */
  turned(): void;
}

/**
 * The kinds of pages of a site that the reader has let Offprint on to. No address tells them: the page itself does, so that
 * it is read when its kind is asked for. A page that changes all the time is read at its leisure.
 */
export function generalKinds(world: World): readonly PageKind[] {
  const look = looker(world);
  const kindOf = (shows: 'digest' | 'paper'): PageKind => ({
    name: `general/${shows}`,
    label: 'generalPages',
    shows,
    // Never within the cards: what runs the page may not bear a node of ours in them.
    placement: 'title',
    matches: (url) => look(url).shows === shows,
    digest: () => undefined,
    read: (_, url) => readingOf(look(url), url),
  });
  return [kindOf('digest'), kindOf('paper')];
}

function looker({ document, now, again, turned }: World): (url: URL) => GeneralReading {
  let last:
    | { readonly href: string; readonly at: number; readonly took: number; reading: GeneralReading }
    | undefined;
  let isDue = false;
  /** While one look serves the questions that led to it. */
  let isFresh = false;
  return (url) => {
    if (document.readyState === 'loading') return nothing;
    const pause = last && Math.max(rest.least, last.took * rest.times);
    const at = now();
    if (last && pause !== undefined && last.href === url.href && at - last.at < pause) {
      if (!isDue && !isFresh) {
        isDue = true;
        again(Math.ceil(last.at + pause - at) + early);
      }
      return last.reading;
    }
    isDue = false;
    isFresh = true;
    queueMicrotask(() => {
      isFresh = false;
    });
    const reading = readPage(document, url);
    if (paperOf(last?.reading) !== paperOf(reading)) turned();
    last = { href: url.href, at, took: now() - at, reading };
    return reading;
  };
}

/** The paper that a page is of. */
function paperOf(reading: GeneralReading | undefined): string | undefined {
  return reading?.shows === 'paper' ? reading.papers[0]?.id : undefined;
}

/** Digests of other sites begin with their host. */
function readingOf({ shows, papers, cards }: GeneralReading, url: URL): Reading {
  const [paper] = papers;
  const id = paper?.id ?? '';
  const named = shows === 'paper' ? `paper${id.slice(id.indexOf(':'))}` : 'digest';
  return { digest: { id: `${url.host}:${named}`.slice(0, 1000) }, papers, cards };
}
