import { text } from '../lib/text';
import type { PaperId } from '../papers/paper';
import type { VersionNews } from '../papers/same/version-news';

const names: Readonly<Record<string, string>> = {
  arxiv: 'arXiv',
  doi: 'DOI',
  openreview: 'OpenReview',
  acl: 'ACL Anthology',
  pmid: 'PubMed',
};

/** An id as readers know it: `arXiv 2503.02130`, `DOI 10.1145/1.2`; of an address its host. */
export function idName(id: PaperId): string {
  const [, scheme = '', value = ''] = /^([a-z]+):(.+)$/s.exec(id) ?? [];
  if (scheme === 'url') return URL.canParse(value) ? new URL(value).host : value;
  const name = Object.hasOwn(names, scheme) ? names[scheme] : undefined;
  return name ? text('idName', name, value) : id;
}

/** That a paper has a newer version than the one saved: `v3 since you saved v1`. */
export function versionText({ from, to }: VersionNews): string {
  return from === undefined
    ? text('versionSince', versionName(to))
    : text('versionSinceSaved', versionName(to), versionName(from));
}

/** A version as arXiv writes it. */
export function versionName(version: number): string {
  return `v${version}`;
}
