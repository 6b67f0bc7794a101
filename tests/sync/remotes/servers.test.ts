import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { it } from 'vitest';
import { MemoryRemote } from '../../../sync/remotes/memory';
import { S3Remote } from '../../../sync/remotes/s3';
import { WebdavRemote } from '../../../sync/remotes/webdav';
import { DavStandIn } from '../../support/dav/server';
import { type OpenRemote, remoteContract } from '../../support/remote-contract';
import { debianServers } from '../../support/servers/debian';
import { startS3rver, startWebdavServer } from '../../support/servers/packaged';
import { account, type RunningServer } from '../../support/servers/running';

/** A folder whose name is hard to write in an address, below one that is not there either. */
const folder = 'Über mich/50% & more/offprint';

async function onServer(starting: Promise<RunningServer>): Promise<OpenRemote> {
  const { stop, data, ...place } = await starting;
  return {
    ...(data && { seed: (inner, names) => seeded(join(data, folder, inner), names) }),
    remote: new WebdavRemote({ ...place, folder }),
    withWrongPassword: new WebdavRemote({ ...place, folder, password: 'wrong' }),
    close: stop,
  };
}

function seeded(inner: string, names: readonly string[]): void {
  for (const one of names) writeFileSync(join(inner, one), one);
}

async function startStandIn(): Promise<RunningServer> {
  const dav = new DavStandIn();
  dav.account = account;
  await dav.start();
  return { address: dav.origin, ...account, stop: () => dav.stop() };
}

async function onBucket(starting: Promise<RunningServer>): Promise<OpenRemote> {
  const { address, user, password, stop } = await starting;
  const place = { address, bucket: 'papers', folder, region: 'us-east-1', style: 'path' } as const;
  const keys = { accessKey: user, secretKey: password };
  return {
    remote: new S3Remote({ ...place, ...keys }),
    withWrongPassword: new S3Remote({ ...place, ...keys, accessKey: 'wrong' }),
    close: stop,
  };
}

remoteContract('memory', async () => ({
  remote: new MemoryRemote(),
  close: async () => undefined,
}));
remoteContract('s3rver', () => onBucket(startS3rver()));
remoteContract('our own server', () => onServer(startStandIn()));
remoteContract('webdav-server', () => onServer(startWebdavServer()));
for (const { name, packages, start } of debianServers) {
  if (start) remoteContract(name, () => onServer(start()));
  else
    it(`has no ${name} here to run on`, () =>
      console.log(`Not tested on ${name}; Debian has it in ${packages.join(' ')}.`));
}
