import * as v from 'valibot';

/** A folder on a WebDAV server; see sync/remotes/webdav.ts. */
export interface WebdavAccount {
  readonly kind: 'webdav';
  readonly address: string;
  readonly folder: string;
  readonly user: string;
  readonly password: string;
}

/** A bucket that speaks S3; see sync/remotes/s3.ts. */
export interface BucketAccount {
  readonly kind: 's3';
  readonly address: string;
  readonly bucket: string;
  readonly folder: string;
  readonly region: string;
  readonly accessKey: string;
  readonly secretKey: string;
  readonly style: 'path' | 'host';
}

/** A folder of this computer, in Chrome alone, which another program brings to other devices; see sync/remotes/folder.ts. */
export interface FolderAccount {
  readonly kind: 'folder';
  readonly directory: FileSystemDirectoryHandle;
}

/** Where the reader's devices meet, and how this one gets in. */
export type SyncAccount = WebdavAccount | BucketAccount | FolderAccount;

function isDirectory(kept: unknown): boolean {
  return (kept as Partial<FileSystemHandle> | undefined)?.kind === 'directory';
}

const schema = v.variant('kind', [
  v.object({
    kind: v.literal('webdav'),
    address: v.string(),
    folder: v.string(),
    user: v.string(),
    password: v.string(),
  }),
  v.object({
    kind: v.literal('s3'),
    address: v.string(),
    bucket: v.string(),
    folder: v.string(),
    region: v.string(),
    accessKey: v.string(),
    secretKey: v.string(),
    style: v.picklist(['path', 'host']),
  }),
  v.object({
    kind: v.literal('folder'),
    directory: v.custom<FileSystemDirectoryHandle>(isDirectory),
  }),
]);

/** An account as it was kept; `undefined` of none, or a damaged one. */
export function syncAccountIn(kept: unknown): SyncAccount | undefined {
  const { success, output } = v.safeParse(schema, kept);
  return success ? output : undefined;
}

/**
 * What the browser must allow for an account: its one origin (a folder has none, and is allowed by itself), and in Chrome the page that nobody sees in which a round
 * runs while no page is open. Firefox knows no ports in it.
 * @throws TypeError where the address is none.
 */
export function syncNeeds(account: SyncAccount) {
  const permissions = import.meta.env.FIREFOX ? [] : ['offscreen' as const];
  if (account.kind === 'folder') return { origins: [], permissions };
  const { protocol, host, hostname } = new URL(account.address);
  const at = import.meta.env.FIREFOX ? hostname : host;
  const bucket = account.kind === 's3' && account.style === 'host' ? `${account.bucket}.` : '';
  const origins = [`${protocol}//${bucket}${at}/*`];
  return { origins, permissions };
}
