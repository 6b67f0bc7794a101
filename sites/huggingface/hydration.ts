import type { Paper } from '../../papers/paper';
import { type Fields, fieldsOf, paperOf } from './entry';
import { type Period, periodOfData } from './period';

/** The papers that a page embeds, and the period or query they were embedded for, where it says so. */
export interface EmbeddedDigest {
  readonly period: Period | undefined;
  readonly papers: readonly Paper[];
  /** True where the page embeds a list and it holds nothing. */
  readonly isEmpty: boolean;
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
    if (digest && Array.isArray(data.dailyPapers)) return digest;
    if (digest && digest.papers.length > (best?.papers.length ?? 0)) best = digest;
  }
  return best;
}

function digestOf(data: Fields): EmbeddedDigest | undefined {
  const lists: unknown[][] = [data.dailyPapers, ...Object.values(data)].filter(Array.isArray);
  const entries = lists.find((list) => list.some(paperOf)) ?? lists[0];
  if (!entries) return undefined;
  return {
    period: periodOfData(data),
    papers: entries.flatMap((entry) => paperOf(entry) ?? []),
    isEmpty: entries.length === 0,
  };
}

function parse(json: string | null): Fields | undefined {
  try {
    return fieldsOf(JSON.parse(json ?? ''));
  } catch {
    // Broken data is expected absence: the cards are read instead.
    return undefined;
  }
}
