import { arxivOrigins } from './arxiv/hosts';
import { huggingFaceOrigins } from './huggingface/hosts';
import { matchesOf } from './matches';
import type { SiteHosts } from './site';

/** Where every site is. Apart from the rest, for those who only ask who may do what. */
export const siteHosts: readonly SiteHosts[] = [huggingFaceOrigins, arxivOrigins];

/** Host permissions of the manifest; an update never adds one. */
export const requiredHosts: string[] = siteHosts.flatMap(({ required }) =>
  required.map((origin) => `${origin}/*`),
);

/** Host permissions that are asked for when the reader wants a site, or follows something there. */
export const optionalHosts: string[] = siteHosts.flatMap(({ optional, feeds = [] }) =>
  [...optional, ...feeds].map((origin) => `${origin}/*`),
);

/** Match patterns of all pages that content scripts run on, on the hosts of the manifest. */
export const contentMatches: string[] = siteHosts.flatMap(({ required, paths }) =>
  matchesOf(required, paths),
);

/** Match patterns of the pages that have the page bar, on the hosts of the manifest. */
export const digestMatches: string[] = siteHosts.flatMap(({ required, digestPaths }) =>
  matchesOf(required, digestPaths),
);

/** The site that an origin is of; `undefined` for any other. */
export function siteAt(origin: string): SiteHosts | undefined {
  return siteHosts.find(({ required, optional }) => [...required, ...optional].includes(origin));
}
