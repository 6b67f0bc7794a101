import { rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import S3rver from 's3rver';
import { v2 as webdavServer } from 'webdav-server';
import { account, ownFolder, type RunningServer } from './running';

/** `webdav-server` of npm: absolute hrefs, no conditions, ETags that do not change. */
export async function startWebdavServer(): Promise<RunningServer> {
  const users = new webdavServer.SimpleUserManager();
  const user = users.addUser(account.user, account.password, false);
  const rights = new webdavServer.SimplePathPrivilegeManager();
  rights.setRights(user, '/', ['all']);
  const folder = ownFolder('webdav-server');
  const server = new webdavServer.WebDAVServer({
    hostname: '127.0.0.1',
    port: 0,
    httpAuthentication: new webdavServer.HTTPBasicAuthentication(users, 'dav'),
    privilegeManager: rights,
  });
  await server.setFileSystemAsync('/', new webdavServer.PhysicalFileSystem(folder));
  const listening = await server.startAsync(0);
  return {
    address: `http://127.0.0.1:${(listening.address() as AddressInfo).port}/`,
    ...account,
    data: folder,
    stop: async () => {
      listening.closeAllConnections();
      await server.stopAsync();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** `s3rver` of npm, which knows one pair of keys; its bucket is `papers`. */
export async function startS3rver(): Promise<RunningServer> {
  const directory = ownFolder('s3rver');
  const server = new S3rver({
    address: '127.0.0.1',
    port: 0,
    silent: true,
    directory,
    configureBuckets: [{ name: 'papers', configs: [] }],
  });
  const { port } = await server.run();
  return {
    address: `http://127.0.0.1:${port}/`,
    user: 'S3RVER',
    password: 'S3RVER',
    bucket: 'papers',
    stop: async () => {
      await server.close();
      rmSync(directory, { recursive: true, force: true });
    },
  };
}
