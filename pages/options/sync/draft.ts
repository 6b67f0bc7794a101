import type { SyncAccount } from '../../../lib/sync-account';

/** What the reader has typed of where to sync, of either kind. */
export interface Draft {
  readonly kind: SyncAccount['kind'];
  readonly address: string;
  readonly folder: string;
  readonly user: string;
  readonly password: string;
  readonly bucket: string;
  readonly region: string;
  readonly accessKey: string;
  readonly secretKey: string;
  readonly isHostStyle: boolean;
  /** A folder that was chosen. */
  readonly directory: FileSystemDirectoryHandle | undefined;
}

/** What is there before anything is typed. */
export const emptyDraft: Draft = {
  ...{ kind: 'webdav', address: '', folder: 'Offprint', user: '', password: '' },
  ...{ bucket: '', region: 'us-east-1', accessKey: '', secretKey: '', isHostStyle: false },
  directory: undefined,
};

/** What is typed where an account is there already; never its passwords. */
export function draftOf(account: SyncAccount): Draft {
  if (account.kind === 'folder') return { ...emptyDraft, ...account };
  const { kind, address, folder } = account;
  if (account.kind === 'webdav')
    return { ...emptyDraft, kind, address, folder, user: account.user };
  const { bucket, region, accessKey, style } = account;
  const isHostStyle = style === 'host';
  return { ...emptyDraft, kind, address, folder, bucket, region, accessKey, isHostStyle };
}

/** The account that is meant; `undefined` where the address is none, or no folder was chosen. */
export function accountOf(draft: Draft): SyncAccount | undefined {
  if (draft.kind === 'folder') {
    const { kind, directory } = draft;
    return directory && { kind, directory };
  }
  const address = addressOf(draft.address);
  if (!address) return undefined;
  const folder = draft.folder.replace(/^[\s/]+|[\s/]+$/g, '');
  const { kind, user, password, bucket, region, accessKey, secretKey } = draft;
  if (kind === 'webdav') return { kind, address, folder, user: user.trim(), password };
  return {
    ...{ kind, address, folder, bucket: bucket.trim(), region: region.trim() },
    ...{ accessKey: accessKey.trim(), secretKey: secretKey.trim() },
    style: draft.isHostStyle ? 'host' : 'path',
  };
}

/** Without what a browser would ask for in a window of its own. */
function addressOf(typed: string): string | undefined {
  const text = typed.trim();
  const url = URL.parse(text.includes('://') ? text : `https://${text}`);
  if (!url || !/^https?:$/.test(url.protocol) || !url.hostname) return undefined;
  url.username = '';
  url.password = '';
  url.search = '';
  url.hash = '';
  return url.href;
}
