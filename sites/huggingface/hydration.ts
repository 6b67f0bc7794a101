import type { Paper } from '../../papers/paper';
import { type Fields, fieldsOf, paperOf } from './entry';
import { type Period, periodOfData } from './period';

/** The papers that a page embeds, and the period or query they were embedded for, where it says so. */
export interface EmbeddedDigest {
  readonly period: Period | undefined;
  /** What the page lists: of a search its hits alone. */
  readonly papers: readonly Paper[];
  /** Everything that it embeds: the page of a search may carry a day beside the hits. */
  readonly known: readonly Paper[];
  /** True where the page embeds a list and it holds nothing. */
  readonly isEmpty: boolean;
  /** True of a search whose hits have no list of their own: what is listed may be the day beside it. */
  readonly isUnsure: boolean;
}

/**
 * Takes a page; gives the data of each element that is to be hydrated (`data-props`, JSON in an attribute), those
 * with the named `data-target` first. What does not parse is left out.
 */
export function embeddedData(document: Document, target: string): Fields[] {
  const rank = (element: Element) => Number(element.getAttribute('data-target') !== target);
  return [...document.querySelectorAll('[data-props]')]
    .sort((left, right) => rank(left) - rank(right))
    .flatMap<Fields>((element) => parse(element.getAttribute('data-props')) ?? []);
}

/** Takes a page; gives the papers of its `DailyPapers` data, or of the block with most papers, or `undefined`. */
export function embeddedDigest(document: Document): EmbeddedDigest | undefined {
  let best: EmbeddedDigest | undefined;
  for (const data of embeddedData(document, 'DailyPapers')) {
    const digest = digestOf(data);
    if (digest && listsIn(data.searchResults, data.dailyPapers).length) return digest;
    if (digest && digest.papers.length > (best?.papers.length ?? 0)) best = digest;
  }
  return best;
}

/** The hits of a search are its `searchResults`, where it has them: `dailyPapers` may be those of a day then. */
function digestOf(data: Fields): EmbeddedDigest | undefined {
  const [hits] = listsIn(data.searchResults);
  const period = periodOfData(data);
  const isQuery = period?.startsWith('search:') ?? false;
  const isSearch = isQuery || !!hits?.length;
  const lists = [...new Set(listsIn(data.dailyPapers, ...Object.values(data)))];
  const entries = (isSearch && hits) || (lists.find((list) => list.some(paperOf)) ?? lists[0]);
  if (!entries) return undefined;
  const papers = papersIn(entries);
  return {
    period: isSearch && !isQuery ? undefined : period,
    papers,
    known: [...papers, ...lists.filter((list) => list !== entries).flatMap(papersIn)],
    isEmpty: entries.length === 0,
    isUnsure: isSearch && !hits,
  };
}

function listsIn(...values: readonly unknown[]): unknown[][] {
  return values.filter((value) => Array.isArray(value));
}

function papersIn(list: readonly unknown[]): Paper[] {
  return list.flatMap((entry) => paperOf(entry) ?? []);
}

function parse(json: string | null): Fields | undefined {
  try {
    return fieldsOf(JSON.parse(json ?? ''));
  } catch {
    // Broken data is expected absence: the cards are read instead.
    return undefined;
  }
}
