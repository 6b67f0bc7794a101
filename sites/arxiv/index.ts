import type { Site } from '../site';
import { arxivOrigins } from './hosts';
import { arxivLinks } from './links';
import { absPage, authorPage, htmlPage, listName, listPage, newPage, searchPage } from './pages';

/** arXiv. */
export const arxiv: Site = {
  name: 'arxiv',
  title: 'arXiv',
  icon: 'M4 3 12 13M12 3 4 13',
  hosts: arxivOrigins,
  links: arxivLinks,
  pages: [newPage, listPage, searchPage, authorPage, absPage, htmlPage],
  listName,
};
