import { isSound } from '../../imports/parts/ids';
import { likelyCarrier } from '../../papers/carried';
import { likelyDoiAddress } from '../../papers/doi-addresses';
import type { Identity } from '../../papers/identity';
import { limits } from '../../papers/limits';
import { linkedPaper } from '../../papers/paper-at';
import { linkKinds } from '../links';

/** A link that leads to a paper. */
export interface KnownLink {
  readonly element: HTMLAnchorElement;
  readonly identity: Identity;
}

/** The most links of a page that are looked at, and that are followed: a page of a million is read as far as that. */
const mostLinks = 50_000;
const mostKnown = 5000;

const hosts = Object.values(linkKinds).flatMap((kind) => kind.hosts);
/** What else an address of a paper has in it; one in which nothing is likely is not even parsed. */
const likely = /10\.\d{4,9}(?:\/|%2f)|\/content\/early\//i;

/** Finds the links of a page that lead to papers, in their order; where a redirect carries its target, to that. */
export function knownLinks(document: Document, url: URL): KnownLink[] {
  const links = document.getElementsByTagName('a');
  const read = new Map<string, Identity | undefined>();
  const found: KnownLink[] = [];
  const likelyLinks = new LikelyLinks(url);
  for (let at = 0; at < links.length && at < mostLinks && found.length < mostKnown; at++) {
    const element = links[at];
    const href = element?.getAttribute('href');
    if (!element || !href || href.length > limits.address || href.startsWith('#')) continue;
    if (!read.has(href)) read.set(href, likelyLinks.has(href) ? paperOf(href, url) : undefined);
    const identity = read.get(href);
    if (identity) found.push({ element, identity });
  }
  return found;
}

/** Tells by the host alone, of which a page links to few, what most links are not. */
class LikelyLinks {
  readonly #hosts = new Map<string, boolean>();
  readonly #isOwn: boolean;

  constructor({ hostname }: URL) {
    this.#isOwn = this.#isKnown(hostname);
  }

  /** Tells whether a link may lead to a paper. */
  has(href: string): boolean {
    const host = /^(?:https?:)?\/\/([^/?#]+)/i.exec(href)?.[1];
    if (host === undefined ? this.#isOwn && !/^[a-z]+:/i.test(href) : this.#isKnown(host))
      return true;
    return likely.test(href) || likelyDoiAddress.test(href) || likelyCarrier.test(href);
  }

  #isKnown(host: string): boolean {
    const known = this.#hosts.get(host);
    if (known !== undefined) return known;
    const name = `.${host.replace(/^.*@|:\d+$/g, '').toLowerCase()}`;
    const isKnown = hosts.some((one) => name.endsWith(`.${one}`));
    this.#hosts.set(host, isKnown);
    return isKnown;
  }
}

function paperOf(href: string, base: URL): Identity | undefined {
  if (!URL.canParse(href, base)) return undefined;
  const identity = linkedPaper(new URL(href, base));
  return identity && isSound(identity.id) ? identity : undefined;
}
