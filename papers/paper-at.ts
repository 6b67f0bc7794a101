import { isPlaceholder } from './claims';
import { isOn } from './hosts';
import { doiIdentity, type Identity, identify } from './identity';
import { decoded } from './ids';
import { limits } from './limits';

/** What publishers put behind the DOI in the address of a view of the paper. */
const views =
  /(?:\.(?:pdf|xml|html?|epub|full|short|abstract|figures-only|supplementary-material|article-info|article-metrics|full-text|full\.pdf(?:\+html)?)|\/(?:pdf|epdf|full|fulltext|full-text|html|meta|abstract|abs|xml|summary|asset|references|citations?|figures|tables|metrics|suppl_file|tab-[a-z-]+)(?:\/.*)?)+$/i;
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
  return preprintAt(path, url) ?? natureAt(path, url) ?? inPath(path) ?? inQuery(url);
}

/** Pages of journals and lists, whose address has the DOI of the journal. */
const lists = /^\/(?:journals?|toc|loi|action|search|authors?|topic|series|doi\/proceedings)\//i;

function inPath(path: string): Identity | undefined {
  if (lists.test(path)) return undefined;
  const [, found] = /\/(?:doi:)?(10\.\d{4,9}\/.+)$/i.exec(path) ?? [];
  return found ? sound(found.replace(views, '').replace(/\/$/, '')) : undefined;
}

function inQuery({ searchParams }: URL): Identity | undefined {
  for (const name of ['id', 'doi', 'DOI', 'doid']) {
    const value = searchParams.get(name);
    if (value && /^(?:doi:|https?:\/\/(?:dx\.)?doi\.org\/)?10\.\d{4,9}\//i.test(value))
      return sound(value);
  }
  return undefined;
}

/** `/content/10.1101/2020.07.11.198606v1.full` and `/content/early/2020/07/12/2020.07.11.198606`. */
function preprintAt(path: string, url: URL): Identity | undefined {
  if (!isOn(coldSpringHarbor, url)) return undefined;
  const plain = path
    .replace(/\.(?:full|short|abstract|article).*$|\.pdf.*$/i, '')
    .replace(views, '');
  const [, prefix, number] =
    /\/content\/(?:biorxiv\/|medrxiv\/)?(?:(10\.\d{4,9})\/|early\/\d{4}\/\d\d\/\d\d\/)((?:\d{4}\.\d\d\.\d\d\.)?\d{6,8}(?:v\d{1,3})?)/i.exec(
      plain,
    ) ?? [];
  if (!number) return undefined;
  const found = version.exec(number)?.[1];
  const id = `doi:${prefix ?? '10.1101'}/${number.replace(version, '')}`;
  return found ? { id, version: Number(found) } : { id };
}

/** Nature's addresses end in the end of the DOI; those of news (`d41586-…`) are no papers. */
function natureAt(path: string, url: URL): Identity | undefined {
  if (!isOn(['nature.com'], url)) return undefined;
  const [, name] =
    /^\/articles\/((?:s\d{5}|n[a-z]+|srep|ncomms)[\w.-]*?)(?:\.pdf|_reference\.pdf)?\/?$/i.exec(
      path,
    ) ?? [];
  return name ? { id: `doi:10.1038/${name.toLowerCase()}` } : undefined;
}

function sound(text: string): Identity | undefined {
  const identity = doiIdentity(text);
  return identity && !isPlaceholder(identity.id) ? identity : undefined;
}
