import type { PaperId } from './paper';

/** An id as read from an address or a text, with the version where one was named. */
export interface Identity {
  readonly id: PaperId;
  readonly version?: number;
}

/*
 * New ids since April 2007, old ones before; the archives without a hyphen are few. The source of the rules:
 * https://info.arxiv.org/help/arxiv_identifier.html
 */
const exactArxiv =
  /^(?:(\d{4}\.\d{4,5})|([a-z]{1,5}-[a-z]{2,4}|math|cs|nlin|physics)(?:\.[a-z-]+)?\/(\d{7}))(?:v(\d{1,3}))?$/i;
/** The next sign is none that would make it another id. */
const arxivWithin =
  /\/[\s[(]*(?:arxiv[:.-]\s*)*((?:\d{4}\.\d{4,5}|(?:[a-z]{1,5}-[a-z]{2,4}|math|cs|nlin|physics)(?:\.[a-z-]+)?\/\d{7})(?:v\d{1,3})?)(?![\p{Nd}\p{sc=Latin}]|\.\d)/iu;
const doi = /^10\.\d{4,9}(?:\.\d+)*\/\S+$/;
const arxivDoi = /^10\.48550\/arxiv[.:](.+)$/i;

/**
 * Reads an arXiv identifier in its new (`2503.02130v2`) or old form (`hep-th/9901001`) and nothing else.
 * The subject class of an old id (`math.GT/0309136`) is no part of it and is dropped.
 * @returns `undefined` for any other text.
 */
export function exactArxivId(text: string): Identity | undefined {
  const [found, fresh, archive, number, version] = exactArxiv.exec(text) ?? [];
  if (!found) return undefined;
  const id = `arxiv:${fresh ?? `${archive?.toLowerCase()}/${number}`}`;
  return version === undefined ? { id } : { id, version: Number(version) };
}

/**
 * Finds the arXiv identifier in the path of an address, whatever stands before and behind it there.
 * @param path Decoded or not.
 * @returns `undefined` when no part of the path is one.
 */
export function arxivIdIn(path: string): Identity | undefined {
  const found = arxivWithin.exec(path) ?? arxivWithin.exec(decoded(decoded(path)));
  return found?.[1] === undefined ? undefined : exactArxivId(found[1]);
}

/**
 * Reads a DOI and nothing else. `10.48550/arXiv.X` is the arXiv paper X. Compared in lower case, as
 * https://www.doi.org/doi-handbook/HTML/case-sensitivity.html says.
 * @returns `undefined` for any other text.
 */
export function exactDoi(text: string): Identity | undefined {
  const arxiv = arxivDoi.exec(text)?.[1];
  if (arxiv !== undefined) return exactArxivId(arxiv);
  return doi.test(text) ? { id: `doi:${text.toLowerCase()}` } : undefined;
}

/** Decodes percent signs; a text that has them wrong is given back as it is. */
export function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
