import { arxiv } from './arxiv';
import { huggingface } from './huggingface';
import type { Site } from './site';

/** Every site that Offprint knows, without its readers. A new site is one line here; see CONTRIBUTING.md. */
export const sites: readonly Site[] = [huggingface, arxiv];

/** What a site calls itself, by its name; of one that is unknown its name. */
export function siteTitle(name: string): string {
  return sites.find((site) => site.name === name)?.title ?? name;
}
