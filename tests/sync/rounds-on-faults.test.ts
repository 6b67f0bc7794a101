import { describe, expect, it, onTestFinished } from 'vitest';
import { noteText } from '../../papers/words/note';
import { realWorld } from '../../sync/remotes/ask';
import { WebdavRemote } from '../../sync/remotes/webdav';
import type { Outcome } from '../../sync/round/report';
import { vaultFileBytes, vaultFileName } from '../../sync/vault/vault-file';
import * as faults from '../support/dav/faults';
import { account, never, now } from '../support/dav/on-faults';
import { DavStandIn, type Fault } from '../support/dav/server';
import { Device } from '../support/sync/device';
import { sayingsOf, someVault } from '../support/sync/world';

const [first, second, third] = ['Zebrafish thoughts', 'Quokka thoughts', 'Axolotl thoughts'];

/** Two devices of one reader that share a list on a WebDAV server over HTTP, and agree. */
async function twoDevices() {
  const dav = await new DavStandIn().start();
  onTestFinished(() => dav.stop());
  dav.account = account;
  dav.now = () => now;
  const place = { address: dav.origin, folder: 'offprint', ...account };
  const remote = new WebdavRemote(place, { ...realWorld, now: () => now });
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
  return { dav, one, other };
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
  ['F3: has a limit', () => faults.limits(2, 429, { 'Retry-After': '60' }), 'busy'],
  ['F4: calls a limit 401', () => faults.nutstoreLimit(401), 'busy'],
  ['F5, F12: lists one file of several', () => faults.listsOnly(1), 'done'],
  ['F5: says that a listing is cut', () => faults.listsOnly(1, true), 'badAnswer'],
  ['F9: has a file a little later', () => faults.arrivesLate(1), 'done'],
  ['F9: has a file much later', () => faults.arrivesLate(1000), 'notKept'],
  ['F9: says that a head is written and loses it', () => faults.losesHeads, 'done'],
  ['F10: keeps both', () => faults.numbersNames, 'done'],
  ['F16: takes no file of that size', () => faults.takesAtMost(100), 'tooLarge'],
  ['F17: locks each file', () => faults.locksEvery(1), 'locked'],
  ['F22: has a clock 41 years off', () => faults.hasClockOff(-1_293_839_600_000, now), 'done'],
  ['F23: is full', () => faults.isFull(100), 'full'],
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
    const segment = dav.tree.below('/offprint/d').filter((path) => /\/s2-/.test(path));
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
