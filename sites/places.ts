import { namedAbs } from './arxiv/abs';
import { namedDigest } from './huggingface/digest';
import { namedPaper } from './huggingface/paper';
import { pathUnderPapers } from './huggingface/period';
import type { Digest, PageKind } from './site';

/** What an address says of its page, without the page. */
export interface Place extends Pick<PageKind, 'shows'> {
  readonly site: string;
  /** Absent where only the page can say which of the site's periods it shows. */
  readonly digest?: Digest;
}

/**
 * Finds what an address says; `undefined` for a page that Offprint does not read. For the background, which
 * reads no pages and carries none of the readers.
 */
export function placeOf(url: URL): Place | undefined {
  const paper = namedPaper(url);
  if (paper) return { site: 'huggingface', shows: 'paper', digest: paper };
  const digest = namedDigest(url);
  if (digest) return { site: 'huggingface', shows: 'digest', digest };
  if (pathUnderPapers(url) === '') return { site: 'huggingface', shows: 'digest' };
  const abs = namedAbs(url);
  return abs && { site: 'arxiv', shows: 'paper', digest: abs };
}

const hosts: Readonly<Record<string, string>> = {
  'https://huggingface.co': 'huggingface',
  'https://arxiv.org': 'arxiv',
};

/** The name of the site that an address is on, whether Offprint reads the page or not. */
export function siteOf(url: URL): string | undefined {
  return hosts[url.origin];
}
