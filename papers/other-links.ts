import { doiIn } from './cited';
import { askedFor } from './hosts';
import { arxivIdIn, type Identity } from './ids';
import { type LinkKind, labelledGlobs, type SiteLinks } from './links';

/** Sites with much else that lead to arXiv's papers by a label or a parameter. */
const labelledLinks: LinkKind = {
  hosts: ['semanticscholar.org', 'scholar.google.com', 'scholar.archive.org', 'identifiers.org'],
  globs: [...labelledGlobs, '/arxiv/*', '/*?*arxiv_id=*'],
  read: (path, url) => (/^\/arxiv\/|arxiv:/i.test(path) ? arxivIdIn(path) : askedFor(url)),
};

/**
 * ADS' code of a paper: year, journal, number and initial, `2025arXiv250302130S`, `2010arXiv1001.1234A`.
 * https://ui.adsabs.harvard.edu/help/actions/bibcode
 */
const bibcode = /\/\d{4}arxiv(\d{4})\.?(\d{4,5})[a-z.&](?![a-z\d]|\.[a-z\d])/i;

const adsLinks: LinkKind = {
  hosts: ['adsabs.harvard.edu', 'scixplorer.org'],
  globs: [...labelledGlobs, '/abs/*arXiv*'],
  read: (path, url) => {
    const [, before, after] = bibcode.exec(path) ?? [];
    return before ? arxivIdIn(`/${before}.${after}`) : labelledLinks.read(path, url);
  },
};

/** DBLP names arXiv's papers as those of a journal. */
const dblpLinks: LinkKind = {
  hosts: ['dblp.org', 'dblp.uni-trier.de'],
  globs: ['/rec/*abs-*'],
  read: (path) => {
    const [, before, after] = /\/corr\/abs-(\d{4})-(\d{4,5})(?![a-z\d-])/i.exec(path) ?? [];
    return before ? arxivIdIn(`/${before}.${after}`) : undefined;
  },
};

/** The resolvers of DOIs. */
const doiLinks: LinkKind = {
  hosts: ['doi.org', 'hdl.handle.net', 'oadoi.org', 'doi.acm.org', 'doi.ieeecomputersociety.org'],
  globs: ['/*10.*'],
  read: doiIn,
};

const openReviewLinks: LinkKind = {
  hosts: ['openreview.net'],
  globs: ['forum', 'pdf', 'attachment', 'revisions'].map((page) => `/${page}*?*id=*`),
  read: (path, { searchParams }) => {
    const isPage = /^\/(?:forum|pdf|attachment|revisions)\/?$/.test(path);
    const id = /^[\w-]+(?![\w-]|\/|\.(?!pdf)\w)/.exec(searchParams.get('id') ?? '')?.[0];
    return isPage && id ? { id: `openreview:${id}` } : undefined;
  },
};

const aclId =
  /\/(?:(\d{4}\.[a-z\d]+-\w+\.\d+)|([a-z]\d\d-\d{4,5}))(?:v\d+)?(?![\p{Nd}\p{sc=Latin}])/iu;
const oldAclIds = [...'ACDEFHIJKLMNOPQRSTUWXY'].map((letter) => `/${letter}*-*`);

/** The ACL Anthology with its former hosts. https://aclanthology.org/info/ids/ */
const aclLinks: LinkKind = {
  hosts: [
    'aclanthology.org',
    'aclweb.org',
    'aclanthology.info',
    'aclanthology.coli.uni-saarland.de',
  ],
  globs: [
    ...['/1*', '/2*', '/*/2*'].map((start) => `${start}.*-*.*`),
    ...oldAclIds,
    '/anthology*/*-*',
    '/papers/*-*',
    '/attachments/*-*',
  ],
  read: (path) => {
    const [, fresh, old] = aclId.exec(path) ?? [];
    const id = fresh?.toLowerCase() ?? old?.toUpperCase();
    return id === undefined ? undefined : { id: `acl:${id}` };
  },
};

const pmids = [...'123456789'].map((digit) => `${digit}*`);

const pubmedLinks: LinkKind = {
  hosts: ['pubmed.ncbi.nlm.nih.gov', 'pubmed.gov', 'pubmed.com'],
  globs: pmids.map((id) => `/${id}`),
  read: (path) => pmidIn(/^\/(\d{1,8})(?![\p{N}\p{L}])/u.exec(path)),
};

/** Where PubMed was before, and who has its records. */
const pubmedRecords: LinkKind = {
  hosts: ['ncbi.nlm.nih.gov', 'europepmc.org'],
  globs: [
    'pubmed',
    'm/pubmed',
    'article/MED',
    'abstract/MED',
    'article/med',
    'abstract/med',
  ].flatMap((folder) => pmids.map((id) => `/${folder}/${id}`)),
  read: (path) =>
    pmidIn(
      /^\/(?:(?:m\/)?pubmed|(?:article|abstract)\/med)\/(\d{1,8})(?![\p{N}\p{L}])/iu.exec(path),
    ),
};

/** Links of resolvers, and of sites that have no folder in sites/. */
export const otherLinks: SiteLinks = {
  kinds: {
    labelled: labelledLinks,
    ads: adsLinks,
    dblp: dblpLinks,
    doi: doiLinks,
    openReview: openReviewLinks,
    acl: aclLinks,
    pubmed: pubmedLinks,
    pubmedRecords,
  },
  schemes: {
    // `#` and `?` occur in DOIs and would end the path. Numbers of ACM's own are known to no resolver.
    doi: (value) => {
      const path = encodeURI(value.toWellFormed()).replace(/[#?]/g, encodeURIComponent);
      return `https://${value.startsWith('10.5555/') ? 'dl.acm.org/doi' : 'doi.org'}/${path}`;
    },
    openreview: (value) => `https://openreview.net/forum?id=${value}`,
    acl: (value) => `https://aclanthology.org/${value}/`,
    pmid: (value) => `https://pubmed.ncbi.nlm.nih.gov/${value}/`,
  },
};

function pmidIn(found: RegExpExecArray | null): Identity | undefined {
  return found?.[1] === undefined ? undefined : { id: `pmid:${found[1]}` };
}
