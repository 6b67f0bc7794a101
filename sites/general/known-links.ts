import { isSound } from '../../imports/parts/ids';
import type { Identity } from '../../papers/identity';
import { limits } from '../../papers/limits';
import { linkKinds } from '../links';
import { paperAt } from './address';
import { target } from './redirects';

/** A link that leads to a paper. */
export interface KnownLink {
  readonly element: HTMLAnchorElement;
  readonly identity: Identity;
}

/** The most links of a page that are looked at, and that are followed: a page of a million is read as far as that. */
const mostLinks = 50_000;
const mostKnown = 5000;

const escaped = (text: string) => text.replaceAll('.', '\\.');
const hosts = Object.values(linkKinds).flatMap((kind) => kind.hosts.map(escaped));
/** What an address of a paper has in it, wrapped or not; whatever has nothing of it is not even parsed. */
const likely = new RegExp(
  `10\\.\\d{4,9}(?:/|%2f)|/content/early/|nature\\.com/articles|${hosts.join('|')}`,
  'i',
);

/** Finds the links of a page that lead to papers, in their order; where a redirect carries its target, to that. */
export function knownLinks(document: Document, url: URL): KnownLink[] {
  const links = document.getElementsByTagName('a');
  const read = new Map<string, Identity | undefined>();
  const found: KnownLink[] = [];
  for (let at = 0; at < links.length && at < mostLinks && found.length < mostKnown; at++) {
    const element = links[at];
    const href = element?.getAttribute('href');
    if (!element || !href || href.length > limits.address || href.startsWith('#')) continue;
    if (!read.has(href)) read.set(href, isLikely(href, url) ? paperOf(href, url) : undefined);
    const identity = read.get(href);
    if (identity) found.push({ element, identity });
  }
  return found;
}

/** An address within the site is one of a paper where the site's are. */
function isLikely(href: string, { hostname }: URL): boolean {
  return likely.test(href) || (!/^[a-z]+:|^\/\//i.test(href) && likely.test(hostname));
}

function paperOf(href: string, base: URL): Identity | undefined {
  if (!URL.canParse(href, base)) return undefined;
  const identity = paperAt(target(new URL(href, base)));
  return identity && isSound(identity.id) ? identity : undefined;
}
