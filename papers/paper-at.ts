import { target } from './carried';
import { isPlaceholder } from './claims';
import { doiOfAddress } from './doi-addresses';
import { isOn } from './hosts';
import { doiIdentity, type Identity, identify } from './identity';
import { decoded } from './ids';
import { limits } from './limits';

/** What publishers put behind the DOI in the address of a view of the paper. */
const views =
  /(?:\.(?:pdf|xml|html?|epub|full|short|abstract|figures-only|supplementary-material|article-info|article-metrics|full-text|full\.pdf(?:\+html)?)|\/(?:pdf|epdf|full|fulltext|full-text|html|meta|abstract|abs|xml|summary|asset|references|citations?|figures|tables|metrics|suppl_file|transform|tab-[a-z-]+)(?:\/.*)?)+$/i;
/** Preprint servers of Cold Spring Harbor, which have the version behind the DOI. */
const coldSpringHarbor = ['biorxiv.org', 'medrxiv.org'];
const version = /v(\d{1,3})$/i;

/**
 * The paper that an address names, on the hosts whose addresses are identifiers and on any other that has a DOI in its
 * path or query (`/doi/full/10.1080/…`, `?id=10.1371/…`), without what names the view of it.
 * @returns `undefined` for an address that names none.
 */
export function paperAt(url: URL): Identity | undefined {
  if (!/^https?:$/.test(url.protocol)) return undefined;
  const known = identify(url);
  if (known) return known;
  const path = decoded(url.pathname.slice(0, limits.address));
  return preprintAt(path, url) ?? publishedAt(url) ?? inPath(path) ?? inQuery(url);
}

/**
 * The paper that a link leads to: the one it carries, as links do that count clicks. What names a paper by itself is not
 * looked into: its page may come with a token, or with where the reader came from.
 * @returns `undefined` for a link that leads to none.
 */
export function linkedPaper(url: URL): Identity | undefined {
  const end = target(url);
  return end === url ? paperAt(url) : (identify(url) ?? paperAt(end) ?? paperAt(url));
}

/** Pages of journals, books and lists, whose address has the DOI of the whole. */
const lists =
  /^\/(?:toc|loi|action|search|authors?|topic|series)\/|(?:^|\/)(?<!\/content\/)(?:e?journals?|e?books?|bookseries|referenceworks?|proceedings|doi\/(?:book|proceedings|toc))\/(?!abstract\/|pdf\/|html\/)(?:[^/]+\/)?10\.\d/i;
/** A whole book, by its ISBN, or as Oxford and MIT number it; its chapters have other numbers than stand in their addresses. */
const book = /\/(?:[\d.]+\.)?97[89]-?(?:\d-?){10}$|\.001\.0001$/;
/** Numbers of Silverchair's own behind the DOI, and the title. */
const numbered = /^(.*\/doi\/10\.\d{4,9}\/.+?)\/(?:\d{5,9}(?:\/.*)?|\d{4}\/[a-z][^/]*)$/i;
/** Names of a book's parts behind its ISBN: `/acprof-9780199299591-chapter-3`, `/folding-water-ada-lovelace`. */
const parts = /(?:\/[a-z]+-97[89]\d{10}.*|(?<=\/97[89]\d{10}(?:-\d+)?)\/[a-z][a-z-]+.*)$/i;

function inPath(path: string): Identity | undefined {
  if (lists.test(path)) return undefined;
  const plain = /\/[\w-]*article[\w-]*\//.test(path) ? path.replace(numbered, '$1') : path;
  const [, found] = /\/(?:doi:)?(10\.\d{4,9}\/.+)$/i.exec(plain) ?? [];
  const doi = found?.replace(parts, '').replace(views, '').replace(/\/$/, '');
  return doi && !book.test(doi) ? sound(doi) : undefined;
}

function publishedAt(url: URL): Identity | undefined {
  const doi = doiOfAddress(url);
  return doi === undefined ? undefined : sound(doi);
}

function inQuery({ searchParams }: URL): Identity | undefined {
  for (const name of ['id', 'doi', 'DOI', 'doid']) {
    const value = searchParams.get(name);
    if (value && /^(?:doi:|https?:\/\/(?:dx\.)?doi\.org\/)?10\.\d{4,9}\//i.test(value))
      return sound(value);
  }
  return undefined;
}

/** `/content/10.1101/2020.07.11.198606v1.full`, `/content/early/2020/07/12/2020.07.11.198606`; in feeds `/cgi/content/short/…`. */
function preprintAt(path: string, url: URL): Identity | undefined {
  if (!isOn(coldSpringHarbor, url)) return undefined;
  const plain = path
    .replace(/\.(?:full|short|abstract|article).*$|\.pdf.*$/i, '')
    .replace(views, '');
  const [, prefix, number] =
    /\/content\/(?:biorxiv\/|medrxiv\/)?(?:(10\.\d{4,9})\/|early\/\d{4}\/\d\d\/\d\d\/|(?:short|abstract|full)\/)((?:\d{4}\.\d\d\.\d\d\.)?\d{6,8}(?:v\d{1,3})?)/i.exec(
      plain,
    ) ?? [];
  if (!number) return undefined;
  const found = version.exec(number)?.[1];
  const id = `doi:${prefix ?? '10.1101'}/${number.replace(version, '')}`;
  return found ? { id, version: Number(found) } : { id };
}

function sound(text: string): Identity | undefined {
  const identity = doiIdentity(text);
  return identity && !isPlaceholder(identity.id) ? identity : undefined;
}
