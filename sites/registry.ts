import { arxiv } from './arxiv';
import { huggingface } from './huggingface';
import type { PageKind, Site } from './site';

/** Every site that Offprint reads without being asked. A new site is one line here. */
export const sites: readonly Site[] = [huggingface, arxiv];

/** Hosts named in the manifest; an update never adds one. */
export const requiredHosts: string[] = ['https://huggingface.co/*', 'https://arxiv.org/*'];

/** Match patterns of all pages that the content script runs on. */
export const contentMatches: string[] = sites.flatMap((site) => site.matches);

/** Finds the page kind of an address; `undefined` when it is no page that Offprint reads. */
export function pageKindOf(url: URL): PageKind | undefined {
  for (const site of sites) {
    const kind = site.kinds.find((candidate) => candidate.matches(url));
    if (kind) return kind;
  }
  return undefined;
}
