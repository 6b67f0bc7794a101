import { expect, it, onTestFinished } from 'vitest';
import { type RemoteWorld, realWorld } from '../../../sync/remotes/ask';
import { probe } from '../../../sync/remotes/probe';
import { type S3Place, S3Remote } from '../../../sync/remotes/s3';
import { bytes, endOf, never, now, probeWorld } from '../../support/dav/on-faults';
import { remoteContract } from '../../support/remote-contract';
import { problem, type S3Answer, S3StandIn } from '../../support/s3-stand-in';

async function onBucket(place: Partial<S3Place> = {}, world: Partial<RemoteWorld> = {}) {
  const s3 = await new S3StandIn().start();
  s3.now = () => now;
  const remote = new S3Remote(
    {
      ...{
        address: s3.origin,
        bucket: s3.bucket,
        folder: "Über 'mich' (50%)*!+&",
        region: s3.region,
      },
      ...{ style: 'path', ...s3.keys },
      ...place,
    },
    { ...realWorld, now: () => now, ...world },
  );
  return { s3, remote, close: () => s3.stop() };
}

async function inTest(...given: Parameters<typeof onBucket>) {
  const opened = await onBucket(...given);
  onTestFinished(opened.close);
  return opened;
}

remoteContract('a bucket that checks signatures', async () => {
  const { s3, remote, close } = await onBucket();
  const place = { address: s3.origin, bucket: s3.bucket, folder: '', region: s3.region } as const;
  const wrong = { ...s3.keys, secretKey: 'wrong', style: 'path' } as const;
  const world = { ...realWorld, now: () => now };
  return {
    remote,
    withWrongPassword: new S3Remote({ ...place, ...wrong }, world),
    close,
  };
});

it('a bucket may be a part of the host', async () => {
  // No host of that name is on this machine, so that the address is that of the machine and the name is told.
  const asked: string[] = [];
  const { s3 } = await inTest();
  const host = `${s3.bucket}.storage.example`;
  const { remote } = await inTest(
    { address: 'http://storage.example/', style: 'host' },
    {
      fetch: (address, init) => {
        asked.push(String(address));
        const { pathname, search } = new URL(String(address));
        return fetch(`${s3.origin}/${s3.bucket}${pathname}${search}`, init);
      },
    },
  );
  // It is signed for the other host, which this bucket does not check.
  s3.fault = ({ method }) => (method === 'PUT' ? { status: 200 } : undefined);
  await remote.put('h/x-0', bytes('new'), never);
  expect(asked).toEqual([`http://${host}/${encodeURIComponent("Über 'mich' (50%)*!+&")}/h/x-0`]);
});

it('a listing of many pages is read to its end', async () => {
  const { s3, remote } = await inTest();
  for (let n = 0; n < 25; n += 1) await remote.put(`many/f${n}`, bytes(String(n)), never);
  await remote.put('many/inner/deeper/x', bytes('x'), never);
  s3.pageSize = 10;
  s3.requests.length = 0;
  const listed = await remote.list('many', never);
  expect(listed.filter(({ isFolder }) => !isFolder)).toHaveLength(25);
  expect(listed.filter(({ isFolder }) => isFolder)).toEqual([{ name: 'inner', isFolder: true }]);
  expect(s3.requests).toHaveLength(3);
});

it('a listing that is cut and does not say where it goes on is none', async () => {
  const { s3, remote } = await inTest();
  const cut = (more: string): S3Answer => ({
    status: 200,
    body: `<ListBucketResult><IsTruncated>true</IsTruncated>${more}</ListBucketResult>`,
  });
  for (const more of ['', '<NextContinuationToken>1</NextContinuationToken>']) {
    s3.fault = () => cut(more);
    expect(await endOf(remote.list('h', never))).toBe('badAnswer');
  }
  s3.fault = () => ({ status: 200, body: '<ListBucketResult><Contents>' });
  expect(await endOf(remote.list('h', never))).toBe('badAnswer');
});

it('sends no header that some storages refuse', async () => {
  const { s3, remote } = await inTest();
  await remote.put('h/x-0', bytes('new'), never);
  await remote.get('h/x-0', never);
  const sent = s3.requests.flatMap(({ headers }) => Object.keys(headers));
  expect(sent.filter((name) => /^if-|checksum|cookie/.test(name))).toEqual([]);
});

it.each<[string, S3Answer, unknown]>([
  ['InvalidAccessKeyId', problem(403, 'InvalidAccessKeyId'), 'unauthorised'],
  ['SignatureDoesNotMatch', problem(403, 'SignatureDoesNotMatch'), 'unauthorised'],
  ['AccessDenied', problem(403, 'AccessDenied'), 'forbidden'],
  ['RequestTimeTooSkewed', problem(403, 'RequestTimeTooSkewed'), 'clock'],
  ['NoSuchBucket', problem(404, 'NoSuchBucket'), 'noFolder'],
  ['SlowDown', problem(503, 'SlowDown'), 'busy'],
  ['503 with a wait', { status: 503, headers: { 'Retry-After': '7' } }, ['busy', 7000]],
  ['QuotaExceeded', problem(403, 'QuotaExceeded'), 'full'],
  ['EntityTooLarge', problem(400, 'EntityTooLarge'), 'tooLarge'],
  ['InternalError', problem(500, 'InternalError'), 'serverFault'],
  ['a page', { status: 200, headers: { 'Content-Type': 'text/html' }, body: '<p>Hi' }, 'loginPage'],
  ['405', { status: 405 }, 'notWebdav'],
  ['a redirect', { status: 301, headers: { Location: 'http://a.example/b' } }, 'redirected'],
])('%s is told as what it is', async (_, answer, expected) => {
  const { s3, remote } = await inTest();
  s3.fault = () => answer;
  expect(await endOf(remote.put('h/x-0', bytes('new'), never))).toEqual(expected);
  expect(await endOf(remote.list('h', never))).toEqual(expected);
});

it('of a wrong region the right one is told, also where it is only in a header', async () => {
  const { s3, remote } = await inTest({ region: 'us-east-1' });
  await expect(remote.list('h', never)).rejects.toMatchObject({
    kind: 'redirected',
    detail: 'eu-test-1',
  });
  s3.fault = () => ({
    ...problem(301, 'PermanentRedirect'),
    headers: { 'X-Amz-Bucket-Region': 'eu-2' },
  });
  await expect(remote.list('h', never)).rejects.toMatchObject({ detail: 'eu-2' });
});

it('F22: a clock that is 41 years off is told by the storage, and trying it says so', async () => {
  const { remote } = await inTest({}, { now: () => now - 41 * 31_557_600_000 });
  expect(await endOf(remote.get('h/x-0', never))).toBe('clock');
  const report = await probe(remote, probeWorld('https://s3.example'), never);
  expect(report).toMatchObject({ isUsable: false, findings: [{ code: 'clock' }] });
});
