import type { Listed } from './remote';
import { child, children, readXml, type XmlElement } from './xml';

interface Row {
  /** Decoded, without a slash at its end. */
  readonly path: string;
  readonly status: number;
  readonly listed: Listed;
}

/**
 * What a folder lists, of the answer to PROPFIND with depth 1 (RFC 4918, 9.1).
 * @param address Of the folder, by which relative hrefs are read.
 * @returns What lies directly in it; nothing where the answer was cut off, is none, or says that it is not all there is.
 */
export function listedIn(text: string, address: string): readonly Listed[] | undefined {
  const root = readXml(text);
  if (root?.name !== 'multistatus') return undefined;
  const rows = children(root, 'response').flatMap((one) => row(one, address) ?? []);
  // RFC 5323, 5.17 and RFC 6578, 3.6: a result that was cut says so by 507 of the folder itself.
  if (rows.some(({ status }) => status === 507)) return undefined;
  const self = selfOf(rows, pathOf(address, address) ?? '');
  return rows
    .filter((one) => one !== self && one.status < 400 && isDirectlyIn(one, self))
    .map(({ listed }) => listed);
}

function row(response: XmlElement, address: string): Row | undefined {
  const href = child(response, 'href')?.text;
  const path = href === undefined ? undefined : pathOf(href, address);
  if (path === undefined) return undefined;
  const properties = children(response, 'propstat')
    .filter((one) => statusOf(one, 200) < 300)
    .flatMap((one) => child(one, 'prop')?.children ?? []);
  const property = (name: string) => properties.find((one) => one.name === name);
  const size = property('getcontentlength')?.text ?? '';
  const tag = bareTag(property('getetag')?.text ?? '');
  const changedAt = Date.parse(property('getlastmodified')?.text ?? '');
  const isFolder =
    child(property('resourcetype'), 'collection') !== undefined || href?.endsWith('/') === true;
  const listed: Listed = {
    name: path.slice(path.lastIndexOf('/') + 1),
    isFolder,
    ...(!isFolder && /^\d+$/.test(size) && { size: Number(size) }),
    ...(!isFolder && tag && { tag }),
    ...(Number.isNaN(changedAt) ? {} : { changedAt }),
  };
  return { path, status: statusOf(response, 200), listed };
}

/** The number in `HTTP/1.1 200 OK`. */
function statusOf(element: XmlElement, otherwise: number): number {
  const found = /\s(\d{3})\b/.exec(child(element, 'status')?.text ?? '');
  return found ? Number(found[1]) : otherwise;
}

/** An entity tag alone: servers that compress say that it is weak, or of the compressed form, and mean the same file. */
export function bareTag(tag: string): string {
  return tag
    .trim()
    .replace(/^W\//, '')
    .replace(/^"(.*)"$/, '$1')
    .replace(/[-;]+gzip$/, '');
}

/** Some servers write a whole address, some a path, and some a percent sign that stands for itself. */
function pathOf(href: string, address: string): string | undefined {
  if (!URL.canParse(href, address)) return undefined;
  const { pathname } = new URL(href, address);
  const bare = pathname.replace(/\/+$/, '').replace(/\/{2,}/g, '/');
  return bare.split('/').map(decodedPart).join('/');
}

function decodedPart(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

/** The folder's own row. Behind a proxy its path is another one than was asked for: it is what all others lie in. */
function selfOf(rows: readonly Row[], asked: string): Row | undefined {
  const byPath = rows.find(({ path }) => path === asked);
  if (byPath) return byPath;
  const [first] = [...rows].sort((one, other) => one.path.length - other.path.length);
  if (!first?.listed.isFolder) return undefined;
  if (rows.length === 1) return asked.endsWith(`/${first.listed.name}`) ? first : undefined;
  return rows.every((one) => one === first || one.path.startsWith(`${first.path}/`))
    ? first
    : undefined;
}

/** A server may have listed deeper than it was asked. */
function isDirectlyIn({ path }: Row, self: Row | undefined): boolean {
  return self === undefined || path.lastIndexOf('/') === self.path.length;
}
