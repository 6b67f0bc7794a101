import { expect, it } from 'vitest';
import {
  cutsListing,
  hasClockOff,
  limits,
  listsDeep,
  listsOnly,
  loses,
  neverEndsListing,
  nutstoreLimit,
  offersOthers,
  suffixesTags,
  wantsLogin,
} from '../../support/dav/faults';
import { bytes, endOf, names, never, now, onFaults } from '../../support/dav/on-faults';
import type { Fault } from '../../support/dav/server';

const tomorrow = new Date(now + 86_400_000).toUTCString();
it.each<[string, Fault, unknown]>([
  ['429', limits(0, 429), 'busy'],
  ['429 with seconds', limits(0, 429, { 'Retry-After': '120' }), ['busy', 120_000]],
  ['429 with a fraction', limits(0, 429, { 'Retry-After': '1.5' }), ['busy', 1500]],
  ['429 with a limit', limits(0, 429, { RateLimit: '"api";r=0;t=290' }), ['busy', 290_000]],
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

it('F14: a tag of a compressed form is that of the file', async () => {
  const { remote, dav } = await onFaults([]);
  const [before] = await remote.list('h', never);
  dav.faults = [suffixesTags];
  expect(before?.tag).toBeDefined();
  expect(await remote.list('h', never)).toEqual([before]);
});

it('F22: a clock that is 41 years off is told of, and stops nothing', async () => {
  const { remote, probed } = await onFaults([hasClockOff(-41 * 31_557_600_000, now)]);
  expect(await probed()).toMatchObject({
    isUsable: true,
    findings: [{ code: 'clocksDiffer', detail: String(41 * 525_960) }],
  });
  expect(remote.serverTime).toBe(now - 41 * 31_557_600_000);
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
