import { describe, expect, it, onTestFinished } from 'vitest';
import { noteText } from '../../papers/words/note';
import { realWorld } from '../../sync/remotes/ask';
import { WebdavRemote } from '../../sync/remotes/webdav';
import type { Outcome } from '../../sync/round/report';
import { vaultFileBytes, vaultFileName } from '../../sync/vault/vault-file';
import * as faults from '../support/dav/faults';
import { account, never, now } from '../support/dav/on-faults';
import { DavStandIn, type Fault } from '../support/dav/server';
import { Device, randomBytes, seeded } from '../support/sync/device';
import { sayingsOf, someVault } from '../support/sync/world';

const [first, third] = ['Zebrafish thoughts', 'Axolotl thoughts'];
/** Too long for a file of three kilobytes, however it is packed. */
const second = `Quokka thoughts ${Array.from(randomBytes(seeded(1))(9000), String).join(' ')}`;

/** Two devices of one reader that share a list on a WebDAV server over HTTP, and agree. */
async function twoDevices() {
  const late: { signal?: AbortSignal } = {};
  const dav = await new DavStandIn().start();
  onTestFinished(() => dav.stop());
  dav.account = account;
  dav.now = () => now;
  const place = { address: dav.origin, folder: 'offprint', ...account };
  const remote = new WebdavRemote(place, {
    ...realWorld,
    now: () => now,
    deadline: () => late.signal ?? realWorld.deadline(),
  });
  const open = await someVault();
  await remote.put(vaultFileName(open.file, 'first'), vaultFileBytes(open.file), never);
  const one = new Device('one', { now, remote }, 1);
  const other = new Device('other', { now, remote }, 2);
  for (const device of [one, other]) await device.join(open);
  one.stand('arxiv:1', 'unread');
  one.note('arxiv:1', first);
  one.tag('arxiv:1', 'numbat');
  for (const device of [one, other, one, other]) await device.round();
  expect(sayingsOf(other)).toEqual(sayingsOf(one));
  return { dav, one, other, late };
}

const toldOf = (outcome: Outcome) =>
  outcome.kind === 'failed' ? outcome.error.kind : outcome.kind;

/** What a round on each device says while the fault lasts. */
const cases: readonly [string, () => Fault, string][] = [
  [
    'F1: cuts an upload off and keeps it',
    () => faults.keepsCutUpload(40, 'nothing'),
    'unreachable',
  ],
  ['F1: cuts an upload and says it is whole', () => faults.keepsCutUpload(40, 'done'), 'notKept'],
  ['F2: caches what it is asked', () => faults.cachesAnswers(false), 'done'],
  ['F2: says that nothing changed', () => faults.saysNotModified, 'badAnswer'],
  ['F3: has a limit', () => faults.limits(2, 429, { 'Retry-After': '60' }), 'busy'],
  ['F4: calls a limit 401', () => faults.nutstoreLimit(401), 'busy'],
  ['F5, F12: lists one file of several', () => faults.listsOnly(1), 'done'],
  ['F5: lists 750 files and no more', () => faults.listsOnly(750), 'done'],
  ['F6: lists all that lies below', () => faults.listsDeep, 'done'],
  ['F5: says that a listing is cut', () => faults.listsOnly(1, true), 'badAnswer'],
  ['F9: has a file a little later', () => faults.arrivesLate(1), 'done'],
  ['F9: has a file much later', () => faults.arrivesLate(1000), 'notKept'],
  ['F9: says that a head is written and loses it', () => faults.losesHeads, 'done'],
  ['F10: keeps both', () => faults.numbersNames, 'done'],
  ['F13: tells the tag of before', () => faults.tellsOldTag, 'done'],
  ['F14: tells tags of a compressed form', () => faults.suffixesTags, 'done'],
  ['F15: refuses conditions', () => faults.refusesConditions(412), 'done'],
  ['F16: takes files of three kilobytes', () => faults.takesAtMost(3000), 'done'],
  ['F16: takes hardly any file', () => faults.takesAtMost(100), 'tooLarge'],
  ['F17: locks each file', () => faults.locksEvery(1), 'locked'],
  ['F18: is elsewhere', () => faults.redirects(301, () => 'https://a.example/'), 'redirected'],
  ['F19: is at no address', () => faults.redirects(302, () => '//login.example/'), 'redirected'],
  ['F22: has a clock 41 years off', () => faults.hasClockOff(-1_293_839_600_000, now), 'done'],
  ['F23: is full', () => faults.isFull(100), 'full'],
  ['F3: is busy without saying how long', () => faults.limits(0, 503), 'busy'],
  ['fails', () => () => ({ status: 500 }), 'serverFault'],
  ['offers names that are alike', () => faults.offersOthers, 'done'],
  ['wants a log-in', () => faults.wantsLogin, 'loginPage'],
];

describe('two devices on a storage that', () => {
  it.each(cases)('%s lose no word, and agree once it is sound', async (_, fault, says) => {
    const { dav, one, other } = await twoDevices();
    one.note('arxiv:2', second);
    other.note('arxiv:1', third);
    dav.faults = [fault()];
    for (const device of [one, other, one, other]) expect(toldOf(await device.round())).toBe(says);
    await agreeWhenSound(dav, one, other);
  });

  it('F26: brings what was written first last lose no word, and agree once it is sound', async () => {
    const { dav, one, other } = await twoDevices();
    one.note('arxiv:2', second);
    other.note('arxiv:1', third);
    dav.faults = [faults.swapsWrites()];
    for (const device of [one, other, one, other]) await device.round();
    await agreeWhenSound(dav, one, other);
  });

  it('F21: takes its time share a long list within seconds of waiting', async () => {
    const { dav, one, other } = await twoDevices();
    let waited = 0;
    const pass = (ms: number) => {
      waited += ms;
    };
    dav.faults = [faults.takesTime(200, pass)];
    for (let at = 0; at < 1500; at += 1) one.stand(`arxiv:${at}`, 'unread');
    for (const device of [one, other]) expect(toldOf(await device.round())).toBe('done');
    expect(sayingsOf(other)).toEqual(sayingsOf(one));
    expect(waited).toBeLessThan(5000);
  });

  it('F7: lists for ever are given up, lose no word, and agree once it is sound', async () => {
    const { dav, one, other, late } = await twoDevices();
    one.note('arxiv:2', second);
    other.note('arxiv:1', third);
    for (const device of [one, other]) {
      const tooLate = new AbortController();
      late.signal = tooLate.signal;
      dav.faults = [
        async (request, next, server) => {
          const answer = await faults.neverEndsListing(request, next, server);
          // As two minutes would.
          if (answer.isEndless) tooLate.abort(new DOMException('late', 'TimeoutError'));
          return answer;
        },
      ];
      expect(toldOf(await device.round())).toBe('unreachable');
    }
    delete late.signal;
    await agreeWhenSound(dav, one, other);
  });

  it('F8: was left by a device in the middle of a round is used by the others', async () => {
    const { dav, one, other } = await twoDevices();
    one.note('arxiv:2', second);
    const stop = new AbortController();
    dav.faults = [
      (request, next) => {
        if (request.method === 'PUT') stop.abort(new Error('killed'));
        return next(request);
      },
    ];
    await expect(one.round({}, { signal: stop.signal })).rejects.toThrow('killed');
    dav.faults = [];
    other.note('arxiv:1', third);
    expect(toldOf(await other.round())).toBe('done');
    await agreeWhenSound(dav, one, other);
  });

  it('F11: was emptied change nothing, and share the list again when they are told to', async () => {
    const { dav, one, other } = await twoDevices();
    const before = sayingsOf(one);
    faults.loses(dav, '/offprint');
    for (const device of [one, other]) expect(toldOf(await device.round())).toBe('emptied');
    expect(sayingsOf(one)).toEqual(before);
    expect(sayingsOf(other)).toEqual(before);
    await one.round({ isAgain: true });
    one.note('arxiv:2', second);
    other.note('arxiv:1', third);
    await agreeWhenSound(dav, one, other);
  });

  it('F25: lost a file of one device read the rest, and have it again', async () => {
    const { dav, one, other } = await twoDevices();
    one.note('arxiv:2', second);
    await one.round();
    const segment = dav.tree.below('/offprint/d').filter((path) => /\/s1-2-/.test(path));
    for (const path of segment) faults.loses(dav, path);
    expect(segment).toHaveLength(1);
    other.note('arxiv:1', third);
    await agreeWhenSound(dav, one, other);
  });

  it('F24: is asked to keep files hold no word and no password in any of them', async () => {
    const { dav, one, other } = await twoDevices();
    one.note('arxiv:2', second);
    await agreeWhenSound(dav, one, other, first);
    const sent = dav.requests.map(({ path, body }) => path + Buffer.from(body).toString('latin1'));
    const secrets = [first, second, third, 'numbat', 'arxiv', account.password, 'a code'];
    for (const secret of secrets) expect(sent.filter((text) => text.includes(secret))).toEqual([]);
  });
});

/** Some rounds later both say the same, with both notes. */
async function agreeWhenSound(dav: DavStandIn, one: Device, other: Device, note = third) {
  dav.faults = [];
  for (let n = 0; n < 3; n += 1)
    for (const device of [one, other]) expect(toldOf(await device.round())).toBe('done');
  expect(sayingsOf(other)).toEqual(sayingsOf(one));
  expect(noteText(one.said('arxiv:1').words.note, '—')).toBe(note);
  expect(noteText(other.said('arxiv:2').words.note, '—')).toBe(second);
}
