import { listed, patched } from './properties';
import type { DavAnswer, DavRequest } from './server';
import { bare, parentOf, type Tree } from './tree';

type Method = (tree: Tree, request: DavRequest, origin: string) => DavAnswer;

const methods: Readonly<Record<string, Method>> = {
  OPTIONS: () => ({
    status: 200,
    headers: { DAV: '1', Allow: Object.keys(methods).join(', ') },
  }),
  GET: served,
  HEAD: served,
  PUT: written,
  DELETE: removed,
  MKCOL: folderMade,
  COPY: (tree, request, origin) => copied(tree, request, origin),
  MOVE: (tree, request, origin) => copied(tree, request, origin),
  PROPFIND: (tree, request) => listed(tree, request),
  PROPPATCH: (tree, request) => patched(tree, request),
};

/** What a sound server without locks answers (RFC 4918, class 1). */
export function answerDav(tree: Tree, request: DavRequest, origin: string): DavAnswer {
  return methods[request.method]?.(tree, request, origin) ?? { status: 405 };
}

function served(tree: Tree, { path }: DavRequest): DavAnswer {
  const resource = tree.get(path);
  if (!resource) return { status: 404, body: 'Not Found' };
  if (!resource.bytes)
    return { status: 200, headers: { 'Content-Type': 'text/html' }, body: '<p>A folder.</p>' };
  return {
    status: 200,
    headers: {
      'Content-Type': 'application/octet-stream',
      ETag: resource.etag,
      'Last-Modified': new Date(resource.modified).toUTCString(),
    },
    body: resource.bytes,
  };
}

function written(tree: Tree, { path, headers, body }: DavRequest): DavAnswer {
  if (!tree.isFolder(parentOf(path))) return { status: 409 };
  if (tree.isFolder(path) || path.endsWith('/')) return { status: 405 };
  const known = tree.get(path);
  const wanted = headers['if-match'];
  if (headers['if-none-match'] === '*' && known) return { status: 412 };
  if (wanted !== undefined && wanted !== known?.etag) return { status: 412 };
  tree.write(path, body);
  return { status: known ? 204 : 201, headers: { ETag: tree.get(path)?.etag ?? '' } };
}

function removed(tree: Tree, { path }: DavRequest): DavAnswer {
  if (!tree.get(path)) return { status: 404 };
  tree.remove(path);
  return { status: 204 };
}

function folderMade(tree: Tree, { path, body }: DavRequest): DavAnswer {
  if (body.length > 0) return { status: 415 };
  if (tree.get(path)) return { status: 405 };
  if (!tree.isFolder(parentOf(path))) return { status: 409 };
  tree.makeFolder(path);
  return { status: 201 };
}

function copied(tree: Tree, request: DavRequest, origin: string): DavAnswer {
  const { method, path, headers } = request;
  const to = destination(headers.destination, origin);
  if (to === undefined) return { status: 400 };
  if (!tree.get(path)) return { status: 404 };
  if (bare(to) === bare(path)) return { status: 403 };
  if (!tree.isFolder(parentOf(to))) return { status: 409 };
  const wasThere = tree.get(to) !== undefined;
  if (wasThere && headers.overwrite === 'F') return { status: 412 };
  tree.copy(path, to, headers.depth !== '0');
  if (method === 'MOVE') tree.remove(path);
  return { status: wasThere ? 204 : 201 };
}

function destination(header: string | string[] | undefined, origin: string): string | undefined {
  try {
    return decodeURIComponent(new URL(String(header), origin).pathname);
  } catch {
    return undefined;
  }
}
