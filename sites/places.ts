import { siteAt } from './hosts';
import { sites } from './registry';
import type { Digest, PageAddress } from './site';

/** What an address says of its page, without the page. */
export interface Place extends Pick<PageAddress, 'shows'> {
  readonly site: string;
  /** The name of its kind of page. */
  readonly kind: string;
  /** Absent where only the page can say which of the site's periods it shows. */
  readonly digest?: Digest;
  /** See `PageAddress.dated`. */
  readonly dated?: string;
}

/**
 * Finds what an address says; `undefined` for a page that Offprint does not read. For the background, which
 * reads no pages and carries none of the readers.
 */
export function placeOf(url: URL): Place | undefined {
  for (const { name, pages } of sites) {
    const page = pages.find((one) => one.matches(url));
    if (!page) continue;
    const [digest, dated] = [page.digest(url), page.dated?.(url)];
    return {
      ...{ site: name, kind: page.name, shows: page.shows },
      ...(digest ? { digest } : {}),
      ...(dated ? { dated } : {}),
    };
  }
  return undefined;
}

/** The name of the site that an address is on, whether Offprint reads the page or not. */
export function siteOf(url: URL): string | undefined {
  return siteAt(url.origin)?.name;
}
