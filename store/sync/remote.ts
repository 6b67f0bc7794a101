import type { SyncAccount } from '../../lib/sync-account';
import { FolderRemote } from '../../sync/remotes/folder';
import type { TimedRemote } from '../../sync/remotes/probe';
import { S3Remote } from '../../sync/remotes/s3';
import { WebdavRemote } from '../../sync/remotes/webdav';

/** What lies where an account leads. */
export function remoteOf(account: SyncAccount): TimedRemote {
  if (account.kind === 'folder') return new FolderRemote(account.directory);
  return account.kind === 'webdav' ? new WebdavRemote(account) : new S3Remote(account);
}
