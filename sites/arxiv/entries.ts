import { arxivIdIn, decoded, exactDoi, type Identity } from '../../papers/ids';
import { limits } from '../../papers/limits';
import type { Paper, PaperId } from '../../papers/paper';
import type { Card, Digest, Reading, Section } from '../site';
import { present, textOf, tidy } from '../text';
import { labelled, surely } from './labelled';

/** An entry of a list. */
export interface Entry {
  /** Where the control stands. */
  readonly element: HTMLElement;
  readonly identity: Identity;
  readonly section?: Section | undefined;
  /** Gives what the entry tells of its paper. */
  paper(): Paper;
}

/**
 * What was read of an element. A page that typesets its formulas or is translated changes its entries many times, and
 * what its authors wrote is in the first reading.
 */
const known = new WeakMap<Element, Paper>();

/** Takes the entries of a list in page order; gives the reading, each paper once. */
export function readingOf(digest: Digest, entries: readonly Entry[], saysEmpty: boolean): Reading {
  const papers = new Map<PaperId, Paper>();
  const sections = new Map<PaperId, Section>();
  for (const { element, identity, section, paper } of entries) {
    if (papers.has(identity.id)) continue;
    if (section) sections.set(identity.id, section);
    const before = known.get(element);
    const found = before?.id === identity.id ? before : paper();
    known.set(element, found);
    papers.set(identity.id, found);
  }
  const cards = entries.map(({ element, identity: { id } }): Card => ({ id, element }));
  return {
    digest,
    papers: [...papers.values()],
    cards,
    ...(sections.size ? { sections } : {}),
    ...(entries.length === 0 && saysEmpty ? { saysEmpty } : {}),
  };
}

/** Takes a listing; gives its entries: each `dt` with a link to an abstract, and the `dd` that follows it. */
export function listEntries(document: Document): Entry[] {
  const entries: Entry[] = [];
  for (const term of document.querySelectorAll('dt')) {
    const element = term.nextElementSibling;
    const identity = linked(term);
    if (!identity || element?.localName !== 'dd') continue;
    entries.push({
      element: element as HTMLElement,
      identity,
      section: sectionOf(term),
      paper: () => listedPaper(element, identity),
    });
  }
  return entries;
}

/** The paper that the links of an entry lead to, with the version where any of them has it. */
export function linked(links: Element): Identity | undefined {
  let found: Identity | undefined;
  for (const link of links.querySelectorAll('a[href]')) {
    const identity = arxivIdIn(link.getAttribute('href') ?? '');
    if (identity && (!found || (identity.id === found.id && !found.version))) found = identity;
  }
  return found;
}

/** arXiv writes beside the id where an entry comes from. */
function sectionOf(term: Element): Section | undefined {
  const [, word] = /\((cross-list|replaced)\b/.exec(term.textContent) ?? [];
  if (word === 'replaced') return word;
  return word === undefined ? undefined : 'cross';
}

function listedPaper(entry: Element, identity: Identity): Paper {
  const part = (name: string) => entry.querySelector(`.list-${name}`);
  const title = labelled(part('title'), limits.title);
  return present<Paper>({
    ...identity,
    title: title.text,
    authors: wholeOf(namesIn(part('authors'))),
    abstract: surely(entry.querySelector('p'), limits.abstract),
    venue: surely(part('journal-ref'), limits.title),
    authorsComment: surely(part('comments'), limits.abstract),
    categories: categoriesIn(textOf(part('subjects'), limits.abstract)),
    pdfUrl: pdfOf(identity),
    unsure: title.text && !title.isSure ? ['title'] : undefined,
  });
}

/** Where arXiv has a paper's PDF. */
export function pdfOf({ id }: Identity): string {
  return `https://arxiv.org/pdf/${id.slice('arxiv:'.length)}`;
}

/** A list shows the first hundred authors, and does not say that there are more. */
function wholeOf(names: string[] | undefined): string[] | undefined {
  return names && names.length < 100 ? names : undefined;
}

/** The names that an element links. */
export function namesIn(element: Element | null): string[] | undefined {
  const links = [...(element?.querySelectorAll('a') ?? [])].slice(0, limits.names);
  const names = links.flatMap((link) => tidy(link.textContent, limits.name) ?? []);
  return names.length ? names : undefined;
}

/** Takes "Computation and Language (cs.CL); Machine Learning (cs.LG)"; gives `['cs.CL', 'cs.LG']`. */
export function categoriesIn(text: string | undefined): string[] | undefined {
  const found = [...(text ?? '').matchAll(/\(([a-z][\w-]+(?:\.[A-Za-z-]{2,})?)\)/g)];
  const categories = found.flatMap(([, category]) => category ?? []).slice(0, limits.keywords);
  return categories.length ? categories : undefined;
}

/** The DOI of the published paper that an element links, as an alias. */
export function doiLinked(element: Element | null): string | undefined {
  const link = element?.querySelector('a[href*="doi.org/10."]');
  const [, doi] = /doi\.org\/(.+)$/.exec(link?.getAttribute('href') ?? '') ?? [];
  return doi && exactDoi(decoded(doi))?.id;
}
