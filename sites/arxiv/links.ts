import { askedFor, lookedUp, lookUps } from '../../papers/hosts';
import { arxivIdIn } from '../../papers/ids';
import {
  arxivIdGlobs,
  type LinkKind,
  labelledGlobs,
  oldArxivIdGlobs,
  type SiteLinks,
} from '../../papers/links';

/** Where PDFs of old ids were: https://arxiv.org/ftp/cs/papers/0112/0112017.pdf */
const folders = /^\/ftp\/([a-z-]+)\/papers\/\d{4}\//;

/** arXiv under its names of today; https://info.arxiv.org/help/arxiv_identifier_for_services.html */
const arxiv: LinkKind = {
  hosts: ['arxiv.org', 'arxiv-org.translate.goog'],
  globs: [
    ...arxivIdGlobs(),
    ...oldArxivIdGlobs('abs pdf html ps e-print src format dvi tb refs cits bibtex'),
    '/ftp/*/papers/*/*',
    '/*%2F0*',
    '/*%2F9*',
    ...labelledGlobs,
    ...lookUps.map((name) => `/*?*${name}=*`),
  ],
  read: (path, url) => arxivIdIn(path.replace(folders, '/$1/')) ?? lookedUp(url),
};

/** arXiv's former hosts and mirrors, and the sites that show its papers under their ids, whatever the folder. */
const arxivViews: LinkKind = {
  hosts: [
    'ar5iv.org',
    'arxiv-vanity.com',
    'alphaxiv.org',
    'xxx.lanl.gov',
    'arxiv.lanl.gov',
    'xxx.soton.ac.uk',
    'xxx.itep.ru',
    'xxx.sissa.it',
    'xxx.tau.ac.il',
    'xxx.uni-augsburg.de',
    'babbage.sissa.it',
    'front.math.ucdavis.edu',
    'papers.cool',
    'scirate.com',
    'emergentmind.com',
    'inspirehep.net',
    'paperswithcode.co',
    'catalyzex.com',
    'connectedpapers.com',
  ],
  globs: [
    ...arxivIdGlobs(),
    ...oldArxivIdGlobs('abs pdf html ps format overview papers arxiv */abs */overview */arxiv'),
    ...labelledGlobs,
  ],
  read: (path, url) => arxivIdIn(path) ?? askedFor(url),
};

/** How addresses name arXiv's papers. */
export const arxivLinks: SiteLinks = {
  kinds: { arxiv, arxivViews },
  schemes: { arxiv: (value) => `https://arxiv.org/abs/${value}` },
};
