import { expect, it } from 'vitest';
import {
  arrivesLate,
  cachesAnswers,
  cutsListing,
  hasClockOff,
  isFull,
  keepsCutUpload,
  limits,
  listsDeep,
  listsOnly,
  locksEvery,
  loses,
  neverEndsListing,
  numbersNames,
  nutstoreLimit,
  offersOthers,
  refusesConditions,
  repeatsRequests,
  saysNotModified,
  suffixesTags,
  swapsWrites,
  takesAtMost,
  tellsOldTag,
  wantsLogin,
} from '../../support/dav/faults';
import { account, bytes, endOf, never, now, onFaults } from '../../support/dav/on-faults';
import type { DavRequest, Fault } from '../../support/dav/server';

const names = async (listing: Promise<readonly { name: string }[]>) =>
  (await listing).map(({ name }) => name).sort();

it('F1: an upload that was cut off and kept fails, and what is read is what lies there', async () => {
  const { remote, probed, dav } = await onFaults([keepsCutUpload(8, 'nothing')]);
  expect(await endOf(remote.put('h/x-0', bytes('longer than eight'), never))).toBe('unreachable');
  expect(await remote.get('h/x-0', never)).toEqual(bytes('longer t'));
  expect(await probed()).toMatchObject({ isUsable: false, findings: [{ code: 'unreachable' }] });
  dav.faults = [];
  await remote.put('h/x-0', bytes('longer than eight'), never);
  expect(await remote.get('h/x-0', never)).toEqual(bytes('longer than eight'));
});

it('F1: of an upload that is said to be whole, reading back shows that it is not, and trying it tells', async () => {
  const { remote, probed } = await onFaults([keepsCutUpload(8, 'done')]);
  await remote.put('h/x-0', bytes('longer than eight'), never);
  expect(await remote.get('h/x-0', never)).toEqual(bytes('longer t'));
  expect(await probed()).toMatchObject({ isUsable: false, findings: [{ code: 'truncated' }] });
});

it('F2: a cache on the way is told to ask again, and gives what is new', async () => {
  const { remote, probed } = await onFaults([cachesAnswers(true)]);
  await remote.get('h/x-0', never);
  await remote.put('h/x-0', bytes('new'), never);
  expect(await remote.get('h/x-0', never)).toEqual(bytes('new'));
  expect(await probed()).toEqual({ findings: [], isUsable: true });
});

it('F2: a cache that does not obey is told of by trying it', async () => {
  const { probed } = await onFaults([cachesAnswers(false)]);
  const { findings, isUsable } = await probed();
  expect(isUsable).toBe(false);
  expect(findings.map(({ code }) => code)).toContain('stale');
});

it('F2: “not modified” to who did not ask is an answer that means nothing', async () => {
  const { remote } = await onFaults([saysNotModified]);
  expect(await endOf(remote.get('h/x-0', never))).toBe('badAnswer');
});

const tomorrow = new Date(now + 86_400_000).toUTCString();
it.each<[string, Fault, unknown]>([
  ['429', limits(0, 429), 'busy'],
  ['429 with seconds', limits(0, 429, { 'Retry-After': '120' }), ['busy', 120_000]],
  ['429 with a date', limits(0, 429, { 'Retry-After': tomorrow }), ['busy', 86_400_000]],
  [
    '429 with a date in the past',
    limits(0, 429, { 'Retry-After': new Date(0).toUTCString() }),
    ['busy', 0],
  ],
  ['429 with nonsense', limits(0, 429, { 'Retry-After': 'soon' }), 'busy'],
  ['429 for years', limits(0, 429, { 'Retry-After': '999999999' }), ['busy', 86_400_000]],
  ['503', limits(0, 503), 'busy'],
  ['503 with seconds', limits(0, 503, { 'Retry-After': '5' }), ['busy', 5000]],
])('F3: a limit (%s) is told as one, with how long to wait', async (_, fault, expected) => {
  const { remote, probed } = await onFaults([fault]);
  expect(await endOf(remote.get('h/x-0', never))).toEqual(expected);
  expect(await endOf(remote.list('h', never))).toEqual(expected);
  expect(await endOf(remote.put('h/x-0', bytes('new'), never))).toEqual(expected);
  expect(await endOf(remote.remove('h/x-0', never))).toEqual(expected);
  expect(await probed()).toMatchObject({ isUsable: false, findings: [{ code: 'busy' }] });
});

it.each([401, 403, 503])('F4: a limit that is told as %s asks for no password', async (status) => {
  const { remote } = await onFaults([nutstoreLimit(status)]);
  expect(await endOf(remote.list('h', never))).toBe('busy');
  expect(await endOf(remote.put('h/x-0', bytes('new'), never))).toBe('busy');
});

it('F5: of a listing that ends early without a word, what it lacks can be read nevertheless', async () => {
  const { remote, probed, dav } = await onFaults([]);
  for (let n = 0; n < 12; n += 1) await remote.put(`many/s${n}`, bytes(String(n)), never);
  dav.faults = [listsOnly(10)];
  expect(await remote.list('many', never)).toHaveLength(10);
  expect(await remote.get('many/s9', never)).toEqual(bytes('9'));
  expect(await probed()).toMatchObject({ isUsable: false, findings: [{ code: 'listsNotAll' }] });
});

it('F5: a listing that says it is cut, or is cut in its middle, is none', async () => {
  const { remote, dav } = await onFaults([]);
  for (let n = 0; n < 12; n += 1) await remote.put(`many/s${n}`, bytes(String(n)), never);
  for (const fault of [listsOnly(10, true), cutsListing(1500), cutsListing(0)]) {
    dav.faults = [fault];
    expect(await endOf(remote.list('many', never))).toBe('badAnswer');
  }
});

it('F6: a listing of infinite depth is never asked for, and one that came is cut to what lies directly there', async () => {
  const { remote, dav } = await onFaults([listsDeep]);
  expect(await names(remote.list('', never))).toEqual(['h']);
  expect(await names(remote.list('h', never))).toEqual(['x-0']);
  expect(new Set(dav.requests.map(({ headers }) => headers.depth))).toEqual(new Set(['1']));
});

it('F7: a listing that never ends is given up as no answer', async () => {
  const late = new AbortController();
  const { remote } = await onFaults(
    [
      async (request, next, server) => {
        const answer = await neverEndsListing(request, next, server);
        // As a minute would.
        late.abort(new DOMException('late', 'TimeoutError'));
        return answer;
      },
    ],
    { deadline: () => late.signal },
  );
  const stalled = remote.list('h', never);
  expect(await endOf(stalled)).toBe('unreachable');
});

it('F8: who is stopped in the middle of writing locks nobody out', async () => {
  const { remote, dav } = await onFaults([]);
  const stop = new AbortController();
  dav.faults = [
    (request, next) => {
      stop.abort(new Error('killed'));
      return next(request);
    },
  ];
  await expect(remote.put('h/x-0', bytes('half'), stop.signal)).rejects.toThrow('killed');
  dav.faults = [];
  await remote.put('h/y-0', bytes('other device'), never);
  expect(await names(remote.list('h', never))).toEqual(['x-0', 'y-0']);
  expect(dav.asked('LOCK')).toEqual([]);
});

it('F9: what was written and is not there yet is missing, and comes', async () => {
  const { remote, probed } = await onFaults([arrivesLate(1)]);
  await remote.put('h/x-1', bytes('new'), never);
  expect(await remote.get('h/x-1', never)).toBeUndefined();
  expect(await remote.get('h/x-1', never)).toEqual(bytes('new'));
  expect(await probed()).toMatchObject({ isUsable: true, findings: [{ code: 'late' }] });
});

it('F10: a storage that keeps both shows the old one, and trying it tells', async () => {
  const { remote, probed } = await onFaults([numbersNames]);
  await remote.put('h/x-0', bytes('new'), never);
  expect(await remote.get('h/x-0', never)).toEqual(bytes('old'));
  expect(await names(remote.list('h', never))).toEqual(['x-0', 'x-0 (1)']);
  expect(await probed()).toMatchObject({ isUsable: false, findings: [{ code: 'keepsBoth' }] });
});

it('F11: an emptied folder lists nothing and misses its files, which is no error', async () => {
  const { remote, dav } = await onFaults([]);
  loses(dav, '/offprint');
  expect(await remote.list('h', never)).toEqual([]);
  expect(await remote.get('h/x-0', never)).toBeUndefined();
});

it('F12: a listing that lacks files whose heads have not changed differs from one of an emptied folder', async () => {
  const { remote, dav } = await onFaults([]);
  await remote.put('h/x-1', bytes('1'), never);
  dav.faults = [listsOnly(1)];
  expect(await names(remote.list('h', never))).toEqual(['x-0']);
  expect(await remote.get('h/x-1', never)).toEqual(bytes('1'));
});

it('F13: an old tag in the answer to writing changes nothing', async () => {
  const { remote, probed } = await onFaults([tellsOldTag]);
  await remote.put('h/x-0', bytes('new'), never);
  expect(await remote.get('h/x-0', never)).toEqual(bytes('new'));
  expect(await probed()).toEqual({ findings: [], isUsable: true });
});

it('F14: a tag of a compressed form is that of the file', async () => {
  const { remote, dav } = await onFaults([]);
  const [before] = await remote.list('h', never);
  dav.faults = [suffixesTags];
  expect(before?.tag).toBeDefined();
  expect(await remote.list('h', never)).toEqual([before]);
});

it.each([412, 501] as const)(
  'F15: a storage that answers %s to each condition is asked none',
  async (status) => {
    const { remote, probed } = await onFaults([refusesConditions(status)]);
    await remote.put('h/x-0', bytes('new'), never);
    expect(await remote.get('h/x-0', never)).toEqual(bytes('new'));
    expect(await probed()).toEqual({ findings: [], isUsable: true });
  },
);

it('F16: a file that is too large is told as such, and sent once', async () => {
  const { remote, dav, probed } = await onFaults([takesAtMost(100_000)]);
  expect(await endOf(remote.put('h/x-0', new Uint8Array(100_001), never))).toBe('tooLarge');
  expect(dav.asked('PUT')).toHaveLength(1);
  expect(await remote.get('h/x-0', never)).toEqual(bytes('old'));
  expect(await probed()).toMatchObject({ isUsable: false, findings: [{ code: 'tooLarge' }] });
});

it('F17: one of many files that is locked at this moment can be written later', async () => {
  const { remote } = await onFaults([locksEvery(4)]);
  const write = (n: number) => remote.put(`h/p${n}`, bytes(String(n)), never);
  const ends = await Promise.all([1, 2, 3, 4].map((n) => endOf(write(n))));
  expect(ends.filter((end) => end === 'locked')).toHaveLength(1);
  await write(ends.indexOf('locked') + 1);
  expect(await names(remote.list('h', never))).toEqual(['p1', 'p2', 'p3', 'p4', 'x-0']);
});

it('F21: where each request takes its time, few are made', async () => {
  const { remote, dav } = await onFaults([]);
  await remote.put('h/x-0', bytes('new'), never);
  await remote.list('h', never);
  await remote.get('h/x-0', never);
  expect(dav.requests.map(({ method }) => method)).toEqual(['PUT', 'PROPFIND', 'GET']);
});

it('F22: a clock that is 41 years off is told of, and stops nothing', async () => {
  const { remote, probed } = await onFaults([hasClockOff(-41 * 31_557_600_000, now)]);
  expect(await probed()).toMatchObject({
    isUsable: true,
    findings: [{ code: 'clocksDiffer', detail: String(41 * 525_960) }],
  });
  expect(remote.serverTime).toBe(now - 41 * 31_557_600_000);
});

it('F23: a storage that is full says so, also where taking away frees nothing', async () => {
  const { remote, probed } = await onFaults([isFull(10)]);
  await remote.put('h/x-1', bytes('12345678'), never);
  await remote.remove('h/x-1', never);
  expect(await endOf(remote.put('h/x-2', bytes('123'), never))).toBe('full');
  expect(await probed()).toMatchObject({ isUsable: false, findings: [{ code: 'full' }] });
});

it('F24: the password is in one header, and in no address, body or message', async () => {
  const { remote, dav, probed } = await onFaults([]);
  await probed();
  const encoded = Buffer.from(`${account.user}:${account.password}`).toString('base64');
  const told = ({ path, body }: DavRequest) => path + Buffer.from(body).toString('utf8');
  for (const secret of [encoded, account.password])
    expect(dav.requests.filter((one) => told(one).includes(secret))).toEqual([]);
  dav.faults = [repeatsRequests(400)];
  await expect(remote.get('h/x-0', never)).rejects.toMatchObject({
    detail: expect.stringMatching(/^400 to GET .*…/) as string,
    message: expect.not.stringContaining(encoded) as string,
  });
});

it('F25: a file that got lost, or a folder that was renamed, is missing and not broken', async () => {
  const { remote, dav } = await onFaults([]);
  await remote.put('d/x/s1', bytes('1'), never);
  await remote.put('d/x/s2', bytes('2'), never);
  loses(dav, '/offprint/d/x/s1');
  expect(await remote.get('d/x/s1', never)).toBeUndefined();
  dav.tree.copy('/offprint/d/x', '/offprint/d/y');
  loses(dav, '/offprint/d/x');
  expect(await remote.list('d/x', never)).toEqual([]);
  expect(await remote.get('d/x/s2', never)).toBeUndefined();
});

it('F26: of two writes the first may come last, which reading back shows', async () => {
  const { remote } = await onFaults([swapsWrites()]);
  await remote.put('h/x-0', bytes('first'), never);
  await remote.put('h/x-0', bytes('second'), never);
  expect(await remote.get('h/x-0', never)).toEqual(bytes('first'));
});

it('a page to log in, said with 200 to everything, is never taken for a file or a success', async () => {
  const { remote, probed } = await onFaults([wantsLogin]);
  expect(await endOf(remote.get('h/x-0', never))).toBe('loginPage');
  expect(await endOf(remote.list('h', never))).toBe('loginPage');
  expect(await endOf(remote.put('h/x-0', bytes('new'), never))).toBe('loginPage');
  expect(await endOf(remote.remove('h/x-0', never))).toBe('loginPage');
  expect(await endOf(remote.makeFolder('z', never))).toBe('loginPage');
  expect(await probed()).toMatchObject({ isUsable: false, findings: [{ code: 'loginPage' }] });
});

it('names that are like a missing one (300) are not taken for it', async () => {
  const { remote } = await onFaults([offersOthers]);
  expect(await remote.get('h/X-0', never)).toBeUndefined();
  expect(await remote.list('H', never)).toEqual([]);
});
