import { decoded, exactArxivId, type Identity } from '../../papers/ids';
import type { Digest, PageAddress } from '../site';
import { arxivOrigins } from './hosts';

const origins = [...arxivOrigins.required, ...arxivOrigins.optional];

/** The path of an address on one of arXiv's hosts, decoded and without a `/` at its end; `undefined` elsewhere. */
function pathOf(url: URL): string | undefined {
  return origins.includes(url.origin) ? decoded(url.pathname).replace(/\/$/, '') : undefined;
}

/** A paper's abstract page. */
export const absPage: PageAddress = {
  name: 'arxiv/abs',
  label: 'kindArxivAbs',
  shows: 'paper',
  matches: (url) => namedPaper(url) !== undefined,
  digest: (url) => paperDigest('abs', namedPaper(url)),
};

/** The paper that the page's address names; arXiv has no page under an address with more behind the id. */
export function namedPaper(url: URL, folder = 'abs'): Identity | undefined {
  const [, found, rest = ''] = /^\/(\w+)\/(.*)$/.exec(pathOf(url) ?? '') ?? [];
  return found === folder ? exactArxivId(rest) : undefined;
}

/** The digest of a paper's own page, by the folder that the page is in. */
export function paperDigest(folder: string, identity: Identity | undefined): Digest | undefined {
  return identity && { id: identity.id.replace(':', `:${folder}:`) };
}
