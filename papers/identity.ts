import type { PaperId } from './paper';

/** An id as read from an address or a text, with the version where one was named. */
export interface Identity {
  readonly id: PaperId;
  readonly version?: number;
}

const newStyle = /^(\d{4}\.\d{4,5})(?:v(\d+))?$/;
const oldStyle = /^([a-z]+(?:-[a-z]+)?)(?:\.[a-z-]+)?\/(\d{7})(?:v(\d+))?$/i;
const arxivDoi = /^10\.48550\/arxiv\.(.+)$/i;
const doiPattern = /^10\.\d{4,9}(?:\.\d+)*\/\S+$/;
const arxivPaths = /^\/(?:abs|pdf|html|format|src|e-print|ps)\/(.+?)(?:\.pdf)?\/?$/;
const huggingFacePaths = /^\/papers\/([^/]+)\/?$/;
const alphaxivPaths = /^\/(?:abs|overview|pdf|html)\/(.+?)(?:\.pdf)?\/?$/;
const aclPaths = /^\/(\d{4}\.\w+-\w+\.\d+|[A-Z]\d\d-\d{4,5})(?:v\d+)?(?:\.[a-z]+)?\/?$/;

/**
 * Reads an arXiv identifier in its new (`2503.02130v2`, since April 2007) or old form (`hep-th/9901001`).
 * The subject class of an old id (`math.GT/0309136`) is no part of it and is dropped.
 * Source of the rules: https://info.arxiv.org/help/arxiv_identifier.html
 * @returns `undefined` when the text is no arXiv identifier.
 */
export function arxivIdentity(text: string): Identity | undefined {
  const bare = text.trim().replace(/^arxiv:\s*/i, '');
  const fresh = newStyle.exec(bare);
  if (fresh?.[1]) return withVersion(`arxiv:${fresh[1]}`, fresh[2]);
  const old = oldStyle.exec(bare);
  return old?.[1] ? withVersion(`arxiv:${old[1].toLowerCase()}/${old[2]}`, old[3]) : undefined;
}

/**
 * Reads a DOI, with or without its resolver. `10.48550/arXiv.X` is the arXiv paper X.
 * Compared in lower case, as https://www.doi.org/doi-handbook/HTML/case-sensitivity.html says.
 * @returns `undefined` when the text is no DOI.
 */
export function doiIdentity(text: string): Identity | undefined {
  const bare = text
    .trim()
    .replace(/^doi:\s*/i, '')
    .replace(/^https?:\/\/(?:dx\.|www\.)?doi\.org\//i, '');
  const arxiv = arxivDoi.exec(bare);
  if (arxiv?.[1]) return arxivIdentity(arxiv[1]);
  return doiPattern.test(bare) ? { id: `doi:${bare.toLowerCase()}` } : undefined;
}

/** Match patterns of the addresses that `identify` may know, for the context menu of links. */
export const paperLinkPatterns: readonly string[] = [
  '*://*.arxiv.org/abs/*',
  '*://*.arxiv.org/pdf/*',
  '*://*.arxiv.org/html/*',
  '*://huggingface.co/papers/*',
  '*://hf.co/papers/*',
  '*://*.alphaxiv.org/abs/*',
  '*://*.alphaxiv.org/overview/*',
  '*://ar5iv.org/abs/*',
  '*://ar5iv.org/html/*',
  '*://doi.org/*',
  '*://dx.doi.org/*',
  '*://openreview.net/*',
  '*://aclanthology.org/*',
  '*://pubmed.ncbi.nlm.nih.gov/*',
];

/**
 * Finds which paper an address names, on the hosts whose addresses are identifiers.
 * @returns `undefined` for any other address; `urlIdentity` is the last resort then.
 */
export function identify(url: URL): Identity | undefined {
  const host = url.hostname.replace(/^www\./, '');
  const path = decodePath(url.pathname);
  switch (host) {
    case 'arxiv.org':
    case 'export.arxiv.org':
      return firstMatch(arxivPaths, path, arxivIdentity);
    case 'huggingface.co':
    case 'hf.co':
      return firstMatch(huggingFacePaths, path, arxivIdentity);
    case 'alphaxiv.org':
      return firstMatch(alphaxivPaths, path, arxivIdentity);
    case 'ar5iv.org':
    case 'ar5iv.labs.arxiv.org':
      return firstMatch(/^\/(?:abs|html)\/(.+?)\/?$/, path, arxivIdentity);
    case 'doi.org':
    case 'dx.doi.org':
      return doiIdentity(path.slice(1));
    case 'openreview.net': {
      const forum = url.searchParams.get('id');
      return forum && /^\/(?:forum|pdf)$/.test(path) ? { id: `openreview:${forum}` } : undefined;
    }
    case 'aclanthology.org': {
      const id = aclPaths.exec(path)?.[1];
      return id ? { id: `acl:${id}` } : undefined;
    }
    case 'pubmed.ncbi.nlm.nih.gov': {
      const pmid = /^\/(\d+)\/?$/.exec(path)?.[1];
      return pmid ? { id: `pmid:${pmid}` } : undefined;
    }
    default:
      return undefined;
  }
}

/** The last resort: the address itself, without fragment and tracking parameters. */
export function urlIdentity(url: URL): Identity {
  const clean = new URL(url);
  clean.hash = '';
  clean.username = '';
  clean.password = '';
  for (const name of [...clean.searchParams.keys()])
    if (/^(?:utm_|fbclid$|gclid$|mc_cid$|mc_eid$)/.test(name)) clean.searchParams.delete(name);
  clean.searchParams.sort();
  return { id: `url:${clean.href.replace(/\/$/, '')}` };
}

/**
 * The page to open for an id: the one a person would cite.
 * @returns `undefined` for a scheme without a resolver, and for an address that is no web page.
 */
export function addressOf(id: PaperId): string | undefined {
  const [, scheme, value] = /^([a-z]+):(.+)$/s.exec(id) ?? [];
  switch (scheme) {
    case 'arxiv':
      return `https://arxiv.org/abs/${value}`;
    case 'doi':
      // `#` and `?` occur in DOIs and would end the path.
      return `https://doi.org/${encodeURI(value ?? '').replace(/[#?]/g, encodeURIComponent)}`;
    case 'openreview':
      return `https://openreview.net/forum?id=${value}`;
    case 'acl':
      return `https://aclanthology.org/${value}/`;
    case 'pmid':
      return `https://pubmed.ncbi.nlm.nih.gov/${value}/`;
    case 'url':
      // Ids also come from imported files: nothing but a web page may be opened.
      return value && /^https?:\/\//i.test(value) ? value : undefined;
    default:
      return undefined;
  }
}

/**
 * The page that Offprint opens for a paper: Hugging Face's for one of arXiv, where it is discussed.
 * @returns `undefined` where `addressOf` knows none.
 */
export function pageOf(id: PaperId): string | undefined {
  const arxiv = /^arxiv:(.+)$/.exec(id)?.[1];
  return arxiv ? `https://huggingface.co/papers/${arxiv}` : addressOf(id);
}

function withVersion(id: PaperId, version: string | undefined): Identity {
  return version === undefined ? { id } : { id, version: Number(version) };
}

function firstMatch(
  pattern: RegExp,
  path: string,
  read: (text: string) => Identity | undefined,
): Identity | undefined {
  const found = pattern.exec(path)?.[1];
  return found === undefined ? undefined : read(found);
}

function decodePath(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
