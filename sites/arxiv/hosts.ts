import type { SiteHosts } from '../site';

/** Paths of the pages that list papers; `/catchup` asks first what to list, and has no papers then. */
const digestPaths = ['/list/', '/search', '/a/', '/catchup'];

/**
 * Where arXiv is. It shows its pages on two more hosts, each of which is a permission of its own:
 * docs/decisions/0015-addresses.md.
 */
export const arxivOrigins: SiteHosts = {
  name: 'arxiv',
  script: 'arxiv',
  required: ['https://arxiv.org'],
  optional: ['https://www.arxiv.org', 'https://export.arxiv.org'],
  feeds: ['https://rss.arxiv.org'],
  paths: ['/abs/', '/html/', ...digestPaths],
  digestPaths,
};
