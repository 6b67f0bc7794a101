import { isOn } from './hosts';
import { decoded, type Identity } from './ids';
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

/** How the addresses of a site name papers, and where the papers of its own schemes are. */
export interface SiteLinks {
  /** By a name that is of no other kind of any site. */
  readonly kinds: Readonly<Record<string, LinkKind>>;
  /** The page that a person would cite, of the value of an id, by its scheme: `arxiv` of `arxiv:2503.02130`. */
  readonly schemes?: Readonly<Record<string, (value: string) => string>>;
  /** Hosts of the pictures that the site shows of papers, each with everything below it. */
  readonly pictures?: readonly string[];
}

/**
 * Reads the paper that an address of a kind names.
 * @returns `undefined` on other hosts, and where the address names none.
 */
export function readLink({ hosts, read }: LinkKind, url: URL): Identity | undefined {
  return isOn(hosts, url) ? read(decoded(url.pathname.slice(0, limits.address)), url) : undefined;
}

const newIds = ['0*.*', '1*.*', '2*.*'];

/** Globs of addresses with an arXiv id of today in a folder; without one in any, however deep. */
export function arxivIdGlobs(folder?: string): string[] {
  if (folder !== undefined) return newIds.map((id) => `${folder}/${id}`);
  return newIds.flatMap((id) => [`/${id}`, `/*/${id}`]);
}

/** Globs of addresses with an old arXiv id, which has a `/` like the lists beside it, so that its folders have to be named. */
export function oldArxivIdGlobs(folders: string): string[] {
  return folders.split(' ').map((folder) => `/${folder}/*/*`);
}

/** Globs of addresses with an arXiv id behind a label. */
export const labelledGlobs = ['/*arXiv:*', '/*arxiv:*', '/*arXiv%3A*'];
