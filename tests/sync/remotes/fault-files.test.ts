import { expect, it } from 'vitest';
import {
  arrivesLate,
  cachesAnswers,
  isFull,
  keepsCutUpload,
  locksEvery,
  loses,
  numbersNames,
  refusesConditions,
  repeatsRequests,
  saysNotModified,
  swapsWrites,
  takesAtMost,
  tellsOldTag,
} from '../../support/dav/faults';
import { account, bytes, endOf, names, never, onFaults } from '../../support/dav/on-faults';
import type { DavRequest } from '../../support/dav/server';

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

it('F13: an old tag in the answer to writing changes nothing', async () => {
  const { remote, probed } = await onFaults([tellsOldTag]);
  await remote.put('h/x-0', bytes('new'), never);
  expect(await remote.get('h/x-0', never)).toEqual(bytes('new'));
  expect(await probed()).toEqual({ findings: [], isUsable: true });
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
  const { remote, dav } = await onFaults([takesAtMost(100_000)]);
  expect(await endOf(remote.put('h/x-0', new Uint8Array(100_001), never))).toBe('tooLarge');
  expect(dav.asked('PUT')).toHaveLength(1);
  expect(await remote.get('h/x-0', never)).toEqual(bytes('old'));
});

it.each([
  [20_000, false, 'tooLarge', expect.stringContaining('413') as string],
  [100_000, true, 'takesSmallFiles', '32768'],
  [200_000, true, 'takesSmallFiles', '131072'],
])(
  'F16: of a storage that takes files of %i bytes trying it tells whether they can be small enough',
  async (limit, isUsable, code, detail) => {
    const { probed } = await onFaults([takesAtMost(limit)]);
    expect(await probed()).toMatchObject({ isUsable, findings: [{ code, detail }] });
  },
);

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
