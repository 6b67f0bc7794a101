import { generate } from 'selfsigned';
import { expect, it, onTestFinished } from 'vitest';
import { redirects } from '../../support/dav/faults';
import { account, bytes, endOf, never, onFaults } from '../../support/dav/on-faults';
import { DavStandIn } from '../../support/dav/server';
import { freePort } from '../../support/servers/running';

async function another(): Promise<DavStandIn> {
  const dav = await new DavStandIn().start();
  onTestFinished(() => dav.stop());
  return dav;
}

it.each([301, 302, 307, 308])(
  'F18: a redirect (%s) to another origin is told with its address, and no password goes there',
  async (status) => {
    const other = await another();
    const there = (path: string) => `${other.origin}${encodeURI(path)}?ticket=1`;
    const { remote, probed } = await onFaults([redirects(status, there)]);
    const asked = [
      () => remote.get('h/x-0', never),
      () => remote.put('h/x-0', bytes('new'), never),
      () => remote.remove('h/x-0', never),
    ];
    for (const ask of asked)
      await expect(ask()).rejects.toMatchObject({
        kind: 'redirected',
        detail: `${other.origin}/offprint/h/x-0`,
      });
    expect(await endOf(remote.list('h', never))).toBe('redirected');
    expect(await probed()).toMatchObject({ isUsable: false, findings: [{ code: 'redirected' }] });
    expect(other.requests).toEqual([]);
  },
);

it('F18: where a browser hides the address, following without a password finds it', async () => {
  const other = await another();
  other.account = account;
  const { dav, remote } = await onFaults(
    [redirects(301, (path) => `${other.origin}${encodeURI(path)}`)],
    {
      fetch: async (address, init) => {
        const response = await fetch(address, init);
        // https://fetch.spec.whatwg.org/#concept-filtered-response-opaque-redirect
        return init?.redirect === 'manual' && response.status === 301
          ? Object.defineProperty(Response.error(), 'type', { value: 'opaqueredirect' })
          : response;
      },
    },
  );
  await expect(remote.list('h', never)).rejects.toMatchObject({
    kind: 'redirected',
    detail: `${other.origin}/offprint/h/`,
  });
  expect(dav.requests.map(({ headers }) => headers.authorization !== undefined)).toEqual([
    true,
    false,
  ]);
  expect(other.requests.map(({ headers }) => headers.authorization)).toEqual([undefined]);
});

it('F18: a redirect of the same server to a slash is told, too', async () => {
  const { remote, dav } = await onFaults([redirects(301, (path) => `${path.replace(/\/$/, '')}/`)]);
  await expect(remote.get('h/x-0', never)).rejects.toMatchObject({
    kind: 'redirected',
    detail: `${dav.origin}/offprint/h/x-0/`,
  });
});

it('F19: a redirect that begins with two slashes leads to that host, and is told as such', async () => {
  const { remote } = await onFaults([redirects(302, () => '//login.example/in')]);
  await expect(remote.get('h/x-0', never)).rejects.toMatchObject({
    kind: 'redirected',
    detail: 'http://login.example/in',
  });
});

it('F19: an address that the browser may not ask any more is told as such', async () => {
  const { remote, probed } = await onFaults(
    [],
    {
      fetch: () => Promise.reject(new TypeError('Failed to fetch')),
      isAllowed: async () => false,
    },
    'https://dav.example',
  );
  expect(await endOf(remote.get('h/x-0', never))).toBe('noPermission');
  expect(await probed()).toMatchObject({ isUsable: false, findings: [{ code: 'noPermission' }] });
});

it('F20: a certificate of nobody that is known is told as such where the platform does, and nothing was sent', async () => {
  const pems = await generate([{ name: 'commonName', value: '127.0.0.1' }], { keyType: 'ec' });
  const dav = await new DavStandIn({ key: pems.private, cert: pems.cert }).start();
  onTestFinished(() => dav.stop());
  const { remote, probed } = await onFaults([], {}, dav.origin);
  expect(await endOf(remote.get('h/x-0', never))).toBe('certificate');
  expect(await probed()).toMatchObject({ isUsable: false, findings: [{ code: 'certificate' }] });
  expect(dav.requests).toEqual([]);
});

it('F20: where the platform does not, as browsers, trying it says that it may be the certificate', async () => {
  const { remote, probed } = await onFaults(
    [],
    { fetch: () => Promise.reject(new TypeError('Failed to fetch')) },
    'https://dav.example',
  );
  expect(await endOf(remote.get('h/x-0', never))).toBe('unreachable');
  expect(await probed()).toMatchObject({ findings: [{ code: 'unreachableOrUntrusted' }] });
});

it('a port where nobody listens is no answer', async () => {
  const address = `http://127.0.0.1:${await freePort()}`;
  const { remote } = await onFaults([], {}, address);
  expect(await endOf(remote.list('', never))).toBe('unreachable');
});

it('an answer that is cut off is none', async () => {
  const { remote } = await onFaults([
    async (request, next) => ({ ...(await next(request)), cutAfter: 2 }),
  ]);
  expect(await endOf(remote.get('h/x-0', never))).toBe('unreachable');
});

it('a website without WebDAV is told as such, and a wrong path', async () => {
  const { remote, dav, probed } = await onFaults([]);
  dav.faults = [
    (request, next) => (request.method === 'GET' ? next(request) : { status: 405, body: 'No' }),
  ];
  expect(await endOf(remote.list('h', never))).toBe('notWebdav');
  expect(await endOf(remote.put('h/x-0', bytes('new'), never))).toBe('notWebdav');
  expect(await endOf(remote.remove('h/x-0', never))).toBe('notWebdav');
  expect(await probed()).toMatchObject({ isUsable: false, findings: [{ code: 'notWebdav' }] });
  dav.faults = [() => ({ status: 404, body: 'Not Found' })];
  expect(await probed()).toMatchObject({ isUsable: false, findings: [{ code: 'noFolder' }] });
});

it('a wrong password is told by trying it, and nothing is tried again', async () => {
  const { dav, probed } = await onFaults([]);
  dav.account = { user: 'reader', password: 'another' };
  expect(await probed()).toMatchObject({ isUsable: false, findings: [{ code: 'unauthorised' }] });
  expect(dav.requests).toHaveLength(1);
});

it('of a storage that takes another kind of password the kind is told', async () => {
  const headers = { 'WWW-Authenticate': 'Digest realm="x", nonce="y"' };
  const { remote } = await onFaults([() => ({ status: 401, headers })]);
  await expect(remote.list('h', never)).rejects.toMatchObject({
    kind: 'unauthorised',
    detail: expect.stringContaining('it wants Digest, not Basic') as string,
  });
});

it('a storage that may only be read is told as such', async () => {
  const { dav, probed, remote } = await onFaults([]);
  dav.faults = [
    (request, next) => (/GET|PROPFIND/.test(request.method) ? next(request) : { status: 403 }),
  ];
  expect(await endOf(remote.put('h/x-0', bytes('new'), never))).toBe('forbidden');
  expect(await probed()).toMatchObject({ isUsable: false, findings: [{ code: 'forbidden' }] });
});
