import { linkKinds, schemes } from '../sites/links';
import type { Identity } from './ids';
import { readLink } from './links';
import type { PaperId } from './paper';

export { arxivIdentity, doiIdentity } from './cited';
export type { Identity } from './ids';

/**
 * Finds which paper an address names, on the hosts whose addresses are identifiers. Punctuation and words
 * that a sentence left behind the id are no part of it.
 * @returns `undefined` for any other address; `urlIdentity` is the last resort then.
 */
export function identify(url: URL): Identity | undefined {
  if (!/^https?:$/.test(url.protocol)) return undefined;
  const typedTwice = /^https?$/.test(url.hostname) && /^\/+([^/].*)$/.exec(url.pathname)?.[1];
  if (typedTwice) {
    const address = `https://${typedTwice}${url.search}`;
    return URL.canParse(address) ? identify(new URL(address)) : undefined;
  }
  for (const kind of Object.values(linkKinds)) {
    const identity = readLink(kind, url);
    if (identity) return identity;
  }
  return undefined;
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
  const [, scheme = '', value = ''] = /^([a-z]+):(.+)$/s.exec(id) ?? [];
  // Ids also come from imported files: nothing but a web page may be opened.
  if (scheme === 'url') return /^https?:\/\//i.test(value) ? value : undefined;
  return Object.hasOwn(schemes, scheme) ? schemes[scheme]?.(value) : undefined;
}

/**
 * The page that Offprint opens for a paper: Hugging Face's for one of arXiv, where it is discussed.
 * @returns `undefined` where `addressOf` knows none.
 */
export function pageOf(id: PaperId): string | undefined {
  const arxiv = /^arxiv:(.+)$/.exec(id)?.[1];
  return arxiv ? `https://huggingface.co/papers/${arxiv}` : addressOf(id);
}
