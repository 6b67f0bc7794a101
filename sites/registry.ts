import { arxiv } from './arxiv';
import { huggingface } from './huggingface';
import type { Site } from './site';

/** Every site that Offprint knows, without its readers. A new site is one line here; see CONTRIBUTING.md. */
export const sites: readonly Site[] = [huggingface, arxiv];

/** Tells of a digest's id whether what it lists counts as new without the reader saying so. */
export function isDaily(digest: string): boolean {
  const [name] = digest.split(':');
  return sites.some((site) => site.name === name && site.isDaily);
}

/** What a site calls itself, by its name; of one that is unknown its name. */
export function siteTitle(name: string): string {
  return sites.find((site) => site.name === name)?.title ?? name;
}
