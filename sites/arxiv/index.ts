import type { Site } from '../site';
import { abs, absMatches } from './abs';

/** arXiv. A new page kind is one file and one line here. */
export const arxiv: Site = {
  name: 'arxiv',
  matches: absMatches,
  kinds: [abs],
};
