import type { DavAnswer, DavRequest } from './server';
import type { Resource, Tree } from './tree';
import { davChild, escaped, readXml, writtenProperty } from './xml';

/** A path as an address's: each segment percent-encoded. */
export function hrefOf(path: string, isFolder: boolean): string {
  const encoded = path.split('/').map(encodeURIComponent).join('/');
  return isFolder && !encoded.endsWith('/') ? `${encoded}/` : encoded;
}

/** PROPFIND (RFC 4918, 9.1); infinite depth is refused, as Apache, nginx and lighttpd do. */
export function listed(tree: Tree, { path, headers, body }: DavRequest): DavAnswer {
  if (!tree.get(path)) return { status: 404 };
  const depth = headers.depth ?? 'infinity';
  if (depth !== '0' && depth !== '1') return finiteDepth;
  const text = Buffer.from(body).toString('utf8');
  const asked = readXml(text);
  if (text !== '' && asked === undefined) return { status: 400 };
  const names = davChild(asked, 'prop')?.children.map(({ name }) => name);
  const paths = depth === '1' && tree.isFolder(path) ? [path, ...tree.children(path)] : [path];
  const rows = paths.map((one) => row(tree, one, names));
  return multistatus(rows.join('\n'));
}

export function multistatus(rows: string): DavAnswer {
  return {
    status: 207,
    headers: { 'Content-Type': 'application/xml; charset=utf-8' },
    body: `<?xml version="1.0" encoding="utf-8"?>\n<D:multistatus xmlns:D="DAV:">\n${rows}\n</D:multistatus>`,
  };
}

const finiteDepth: DavAnswer = {
  status: 403,
  headers: { 'Content-Type': 'application/xml; charset=utf-8' },
  body: '<?xml version="1.0"?>\n<D:error xmlns:D="DAV:"><D:propfind-finite-depth/></D:error>',
};

function row(tree: Tree, path: string, names: readonly string[] | undefined): string {
  const resource = tree.get(path);
  if (!resource) return '';
  const all = new Map([...liveProperties(resource), ...resource.properties]);
  const found = names ? names.filter((name) => all.has(name)) : [...all.keys()];
  const missing = names?.filter((name) => !all.has(name)) ?? [];
  const part = (some: readonly string[], status: string): string =>
    some.length === 0
      ? ''
      : `<D:propstat><D:prop>${some.map((name) => writtenProperty(name, all.get(name) ?? '')).join('')}</D:prop><D:status>HTTP/1.1 ${status}</D:status></D:propstat>`;
  const href = escaped(hrefOf(path, resource.bytes === undefined));
  return `<D:response><D:href>${href}</D:href>${part(found, '200 OK')}${part(missing, '404 Not Found')}</D:response>`;
}

function liveProperties({ bytes, etag, modified }: Resource): Map<string, string> {
  const common: [string, string][] = [
    ['{DAV:}getetag', escaped(etag)],
    ['{DAV:}getlastmodified', new Date(modified).toUTCString()],
  ];
  return new Map([
    ...common,
    ['{DAV:}resourcetype', bytes ? '' : '<p:collection/>'],
    ...(bytes ? ([['{DAV:}getcontentlength', String(bytes.length)]] as const) : []),
  ]);
}

/** PROPPATCH (RFC 4918, 9.2): all instructions in their order, and live properties are not to be changed. */
export function patched(tree: Tree, { path, body }: DavRequest): DavAnswer {
  const resource = tree.get(path);
  if (!resource) return { status: 404 };
  const update = readXml(Buffer.from(body).toString('utf8'));
  if (update?.name !== '{DAV:}propertyupdate') return { status: 400 };
  const told: string[] = [];
  for (const instruction of update.children) {
    for (const property of davChild(instruction, 'prop')?.children ?? []) {
      if (instruction.name === '{DAV:}set') resource.properties.set(property.name, property.inner);
      else resource.properties.delete(property.name);
      told.push(writtenProperty(property.name, ''));
    }
  }
  return multistatus(
    `<D:response><D:href>${escaped(hrefOf(path, resource.bytes === undefined))}</D:href><D:propstat><D:prop>${told.join('')}</D:prop><D:status>HTTP/1.1 200 OK</D:status></D:propstat></D:response>`,
  );
}
