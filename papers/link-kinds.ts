import { doiIn } from './cited';
import { huggingFaceHosts, huggingFacePaper, isOn, lookedUp, lookUps } from './hosts';
import { arxivIdIn, decoded, type Identity } from './ids';
import { limits } from './limits';

/** Addresses of one kind that name papers. */
export interface LinkKind {
  /** Each with everything below it: `doi.org` is `dx.doi.org` too. */
  readonly hosts: readonly string[];
  /** Where papers are, as in a match pattern: path and query. As little else as possible should match. */
  readonly globs: readonly string[];
  /** Reads the paper from an address on one of the hosts; the path is decoded. */
  readonly read: (path: string, url: URL) => Identity | undefined;
}

const newIds = ['0*.*', '1*.*', '2*.*'];
const inAnyFolder = newIds.flatMap((id) => [`/${id}`, `/*/${id}`]);
const labelled = ['/*arXiv:*', '/*arxiv:*', '/*arXiv%3A*'];
const lookUpGlobs = lookUps.map((name) => `/*?*${name}=*`);
/** Old ids have a `/` like the lists beside them, so that their folders have to be named. */
const oldIdsIn = (folders: string) => folders.split(' ').map((folder) => `/${folder}/*/*`);

/** arXiv under its names of today; https://info.arxiv.org/help/arxiv_identifier_for_services.html */
const arxivLinks: LinkKind = {
  hosts: ['arxiv.org'],
  globs: [
    ...inAnyFolder,
    ...oldIdsIn('abs pdf html ps e-print src format dvi tb refs cits bibtex'),
    '/*%2F0*',
    '/*%2F9*',
    ...labelled,
    ...lookUpGlobs,
  ],
  read: (path, url) => arxivIdIn(path) ?? lookedUp(url),
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
  ],
  globs: [
    ...inAnyFolder,
    ...oldIdsIn('abs pdf html ps format overview papers arxiv */abs */overview */arxiv'),
    ...labelled,
  ],
  read: arxivIdIn,
};

/** Sites with much else that lead to arXiv's papers by a label or a parameter. */
const labelledLinks: LinkKind = {
  hosts: ['semanticscholar.org', 'adsabs.harvard.edu', 'scholar.google.com'],
  globs: [...labelled, '/arxiv/*', '/*?*arxiv_id=*'],
  read: (path, url) => (/^\/arxiv\/|arxiv:/i.test(path) ? arxivIdIn(path) : lookedUp(url)),
};

/** Hugging Face Papers, for programs too. */
const huggingFaceLinks: LinkKind = {
  hosts: huggingFaceHosts,
  globs: ['/papers', '/api/papers'].flatMap((folder) =>
    [...newIds, '*/0*', '*/9*', 'ar*iv:*', 'index?*arxivId=*'].map((rest) => `${folder}/${rest}`),
  ),
  read: huggingFacePaper,
};

/** The resolvers of DOIs. */
const doiLinks: LinkKind = {
  hosts: ['doi.org', 'hdl.handle.net', 'oadoi.org', 'doi.acm.org', 'doi.ieeecomputersociety.org'],
  globs: ['/*10.*'],
  read: doiIn,
};

const openReviewLinks: LinkKind = {
  hosts: ['openreview.net'],
  globs: ['forum', 'pdf', 'attachment', 'revisions'].map((page) => `/${page}?*id=*`),
  read: (path, { searchParams }) => {
    const isPage = /^\/(?:forum|pdf|attachment|revisions)\/?$/.test(path);
    const id = /^[\w-]+/.exec(searchParams.get('id') ?? '')?.[0];
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

/** Every kind of link to a paper that is known. A new kind is one entry here, with examples in its test. */
export const linkKinds: Readonly<Record<string, LinkKind>> = {
  arxiv: arxivLinks,
  arxivViews,
  labelled: labelledLinks,
  huggingFace: huggingFaceLinks,
  doi: doiLinks,
  openReview: openReviewLinks,
  acl: aclLinks,
  pubmed: pubmedLinks,
  pubmedRecords,
};

/**
 * Reads the paper that an address of a kind names.
 * @returns `undefined` on other hosts, and where the address names none.
 */
export function readLink({ hosts, read }: LinkKind, url: URL): Identity | undefined {
  return isOn(hosts, url) ? read(decoded(url.pathname.slice(0, limits.address)), url) : undefined;
}

function pmidIn(found: RegExpExecArray | null): Identity | undefined {
  return found?.[1] === undefined ? undefined : { id: `pmid:${found[1]}` };
}
