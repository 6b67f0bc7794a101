import { addressOf, identify, urlIdentity } from '../../papers/identity';
import { limits } from '../../papers/limits';

/**
 * Reads an address of a web page. Others (`javascript:`, `data:`, `place:`, files) are none that Offprint
 * keeps, and neither is one that is longer than any page's.
 */
export function addressIn(text: string | undefined): URL | undefined {
  const plain = text?.trim().replace(/^<(.*)>$/s, '$1') ?? '';
  if (!/^https?:\/\/\S/i.test(plain) || plain.length > limits.address) return undefined;
  return URL.canParse(plain) ? new URL(plain) : undefined;
}

/**
 * An address as it is kept: arXiv's page for every place that shows a paper of arXiv's, `https://doi.org/…`
 * for every resolver, others without tracking parameters.
 */
export function cleanAddress(text: string | undefined): string | undefined {
  const url = addressIn(text);
  if (!url) return undefined;
  const id = identify(url)?.id;
  if (id?.startsWith('arxiv:')) return addressOf(id);
  if (id?.startsWith('acl:')) return addressOf(id);
  if (id?.startsWith('openreview:')) return addressOf(id);
  if (/(?:^|\.)doi\.org$/i.test(url.hostname)) return `https://doi.org${url.pathname}`;
  const clean = urlIdentity(url).id.slice('url:'.length);
  return url.pathname.endsWith('/') && !url.search && url.pathname !== '/' ? `${clean}/` : clean;
}

/** What people write into a field for addresses and leave the beginning off: `www.example.org/paper`. */
export function wholeAddress(text: string | undefined): string | undefined {
  const plain = text?.trim();
  return plain && /^www\.[^\s/]+\.\S+$/i.test(plain) ? `http://${plain}` : text;
}

/** The addresses in a field of BibTeX, of which there may be several; a tilde is one, whatever LaTeX made of it. */
export function addressesIn(raw: string, takesBare = true): string[] {
  const text = raw
    .replace(/\\url\s*\{([^{}]*)\}/g, ' $1 ')
    .replace(/\\([%#&_~])/g, '$1')
    .replace(/\{\\(?:textasciitilde|~\{\})\}|\\textasciitilde(?:\{\})?|\{?\$\\sim\$\}?/g, '~')
    .replace(/\{\\?([_%&#])\}/g, '$1');
  const address = takesBare ? /(?:https?:\/\/|^\s*www\.)[^\s{}"]+/gi : /https?:\/\/[^\s{}"]+/gi;
  return text.match(address) ?? [];
}
