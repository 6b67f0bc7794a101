import { isSound } from '../../imports/parts/ids';
import { isPlaceholder, schemeOf } from '../../papers/claims';
import { arxivIdentity, doiIdentity, type Identity, urlIdentity } from '../../papers/identity';
import { limits } from '../../papers/limits';
import type { PaperId } from '../../papers/paper';
import { paperAt } from '../../papers/paper-at';
import { resolve } from '../text';
import type { MetaTags } from './meta-tags';
import { arxivIds, dois, pmids } from './vocabulary';

/** What a page is of: the id it is known by, the others, and whether its address says so. */
export interface PageIdentity extends Identity {
  readonly aliases: readonly PaperId[];
  /** False where the page's own words are the only witness. */
  readonly isAddressed: boolean;
}

const order = ['arxiv', 'doi', 'openreview', 'acl', 'pmid', 'url'];

/**
 * The ids that a page has of its paper: its address names it first, then its tags, one id of each scheme. Where none does
 * it is known by its canonical address.
 * @param more Ids that were found elsewhere on the page.
 * @returns `undefined` where address and tags name different papers: the page went on without a load, and its tags are of
 * the paper before.
 */
export function identityOfPage(
  document: Document,
  url: URL,
  tags: MetaTags,
  more: readonly (string | undefined)[] = [],
): PageIdentity | undefined {
  const own = paperAt(url);
  const canonical = canonicalOf(document, url);
  const named = [
    canonical && paperAt(canonical),
    ...tags.every(arxivIds).map(arxivIdentity),
    ...[...tags.every(dois), ...more].map((text) => text && doiIn(text)),
    ...tags
      .every(pmids)
      .map((text) => (/^\d{1,8}$/.test(text) ? { id: `pmid:${text}` } : undefined)),
  ].filter((one): one is Identity => Boolean(one) && isUsable((one as Identity).id));
  if (
    own &&
    named.some(({ id }) => schemeOf(id) === schemeOf(own.id)) &&
    !named.some(({ id }) => id === own.id)
  )
    return undefined;
  const first = new Map<string, Identity>(own ? [[schemeOf(own.id), own]] : []);
  for (const one of named) if (!first.has(schemeOf(one.id))) first.set(schemeOf(one.id), one);
  const sorted = [...first.values()].sort((one, other) => place(one.id) - place(other.id));
  const main = own ?? sorted[0] ?? urlIdentity(canonical ?? url);
  const versioned = [main, ...named].find(({ id, version }) => id === main.id && version);
  return {
    ...main,
    ...(versioned?.version ? { version: versioned.version } : {}),
    aliases: sorted.map(({ id }) => id).filter((id) => id !== main.id),
    isAddressed: own !== undefined || main.id.startsWith('url:'),
  };
}

/** How many different DOIs a page's tags give: a list of papers has several. */
export function countOfDois(tags: MetaTags): number {
  const ids = tags
    .every(['citation_doi', 'bepress_citation_doi'])
    .map((text) => doiIdentity(text)?.id);
  return new Set(ids.filter(Boolean)).size;
}

function doiIn(text: string): Identity | undefined {
  if (text.length > limits.address) return undefined;
  return doiIdentity(text.replace(/^doi:\s*/i, ''));
}

/** The page's own word for its address, which is believed on its own site alone. */
function canonicalOf(document: Document, url: URL): URL | undefined {
  const link = document.querySelector('link[rel="canonical"]')?.getAttribute('href');
  const shared = document.querySelector('meta[property="og:url"]')?.getAttribute('content');
  for (const one of [link, shared]) {
    const found = resolve(one?.slice(0, limits.address), url);
    const isPage = found && /^https?:$/.test(found.protocol) && found.pathname !== '/';
    if (isPage && siteOf(found) === siteOf(url)) return found;
  }
  return undefined;
}

/** Two labels of a host: `hal.science` of `theses.hal.science`. */
function siteOf({ hostname }: URL): string {
  return hostname.split('.').slice(-2).join('.');
}

function isUsable(id: PaperId): boolean {
  return !isPlaceholder(id) && isSound(id);
}

function place(id: PaperId): number {
  return (order.indexOf(schemeOf(id)) + order.length + 1) % (order.length + 1);
}
